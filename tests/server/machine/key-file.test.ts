import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keyChest } from '../../../server/machine/key-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'radif-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a key of a machine', () => {
  it('is stored so that only the file beside the database opens it, for the owner that it was given for', async () => {
    const file = join(folder, 'one', 'machine.key');
    const stored = await keyChest(file).lock('sk-secret', 'p1 chat https://example.org');
    expect(stored).not.toContain('sk-secret');
    expect(Buffer.from(stored, 'base64url').toString('latin1')).not.toContain('sk-secret');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await keyChest(file).unlock(stored, 'p1 chat https://example.org')).toBe('sk-secret');
    expect(await keyChest(file).unlock(stored, 'p1 chat https://evil.example')).toBeNull();
    expect(await keyChest(join(folder, 'other.key')).unlock(stored, 'p1 chat https://example.org')).toBeNull();
  });

  it('is another text each time, and opens nothing once it was touched', async () => {
    const chest = keyChest(join(folder, 'two.key'));
    const [first, second] = [await chest.lock('k', 'p'), await chest.lock('k', 'p')];
    expect(first).not.toBe(second);
    const [name, iv, tag, text] = first.split('.');
    expect(await chest.unlock([name, iv, tag, `${text}A`].join('.'), 'p')).toBeNull();
    expect(await chest.unlock([name, iv, tag?.slice(0, 8), text].join('.'), 'p')).toBeNull();
    expect(await chest.unlock('nothing', 'p')).toBeNull();
  });

  it('never has its file written over: a broken one is told, and two that begin at once share one', async () => {
    const file = join(folder, 'three.key');
    const locked = await Promise.all([1, 2, 3].map(() => keyChest(file).lock('k', 'p')));
    const opened = await Promise.all(locked.map((each) => keyChest(file).unlock(each, 'p')));
    expect(opened).toEqual(['k', 'k', 'k']);
    const broken = join(folder, 'four.key');
    writeFileSync(broken, 'short');
    await expect(keyChest(broken).lock('k', 'p')).rejects.toThrow();
    expect(readFileSync(broken, 'utf8')).toBe('short');
  });
});
