import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Encrypts the keys of machines, so that a copy of the database does not hold them. */
export interface KeyChest {
  /** What is stored in place of `secret`; it can be read only for the same `owner`. */
  lock(secret: string, owner: string): Promise<string>;
  /** The secret again; `null` where the key of this server is another one, or what is stored was changed. */
  unlock(stored: string, owner: string): Promise<string | null>;
}

/** Locks with AES-256-GCM and a random key in `file`, made at the first need and readable by its owner alone. `owner` is authenticated
 *  with it (NIST SP 800-38D, additional data): a stored key that is moved to another project or destination opens nothing. */
export function keyChest(file: string): KeyChest {
  return {
    async lock(secret, owner) {
      const key = (await keyIn(file)) ?? (await newKey(file));
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return [nameOf(key), ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.');
    },
    async unlock(stored, owner) {
      const key = await keyIn(file);
      const [name, iv, tag, text] = stored.split('.');
      if (key === null || name !== nameOf(key) || !iv || !tag || text === undefined) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: 16 });
      try {
        decipher.setAAD(Buffer.from(owner)).setAuthTag(Buffer.from(tag, 'base64url'));
        return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

const BYTES = 32;

async function keyIn(file: string): Promise<Buffer | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const key = text === null ? null : Buffer.from(text.trim(), 'base64url');
  return key?.length === BYTES ? key : null;
}

/** Makes the key, unless another process of the same folder has just done so. It stands there whole or not at all, and one that is there
 *  is never written over. */
async function newKey(file: string): Promise<Buffer> {
  const key = randomBytes(BYTES);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${key.toString('base64url')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, file);
    return key;
  } catch (error) {
    const made = (error as NodeJS.ErrnoException).code === 'EEXIST' ? await keyIn(file) : null;
    if (made === null) throw error;
    return made;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Tells keys from each other, and nothing of them. */
function nameOf(key: Buffer): string {
  return createHash('sha256').update('name of ').update(key).digest('base64url').slice(0, 12);
}
