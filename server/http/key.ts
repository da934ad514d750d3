import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { claimSetting, readSetting, removeSetting, setSetting } from '../db/setting.ts';
import type { Store } from '../db/store.ts';

/** What the database knows of the key that signs the local user in: enough to tell the right one, too little to have it
 *  or a session from a copy of the database. */
export interface Lock {
  /** SHA-256 of the key, in hex. */
  readonly key: string;
  /** SHA-256 of the session that the key opens, in hex. */
  readonly session: string;
}

const LOCK = 'lock';

/** The key of a database, and its lock. The key lies apart, in the data folder of the machine that made it, readable by its
 *  owner alone; `null` on a machine that has not got it. All servers of one database share one lock, and a restart signs
 *  nobody out. An embedded database whose key is lost gets a new one: who has the folder owns it. */
export async function accessKey(store: Store, data: string): Promise<{ lock: Lock; key: string | null }> {
  await keepOldKey(store, data);
  const file = keyFile(store, data);
  const made = randomBytes(32).toString('base64url');
  await store.transaction(async (trx) => {
    if (await claimSetting(trx, LOCK, JSON.stringify(lockOf(made)))) await writeKey(file, made);
  });
  const lock = await storedLock(store);
  const key = await keptKey(file);
  if (lock && key !== null && opens(lock, key)) return { lock, key };
  if (lock && store.engine === 'postgres') return { lock, key: null };
  const renewed = await renewKey(store, data);
  return { lock: lockOf(renewed), key: renewed };
}

/** Makes a new key: nobody is signed in any more, and the old one opens nothing. */
export async function renewKey(store: Store, data: string): Promise<string> {
  const key = randomBytes(32).toString('base64url');
  await store.transaction(async (trx) => {
    await setSetting(trx, LOCK, JSON.stringify(lockOf(key)));
    await writeKey(keyFile(store, data), key);
  });
  return key;
}

/** The lock that holds now, in whatever process it was changed; `null` on a database that has none yet. */
export async function storedLock({ db }: Store): Promise<Lock | null> {
  const stored = await readSetting(db, LOCK);
  return stored === undefined ? null : (JSON.parse(stored) as Lock);
}

/** The lock that `key` opens. */
export function lockOf(key: string): Lock {
  return { key: digest(key), session: digest(sessionOf(key)) };
}

/** What the cookie holds: proof that its owner had the key, from which the key cannot be had back. */
export function sessionOf(key: string): string {
  return createHmac('sha256', key).update('session').digest('base64url');
}

export function opens({ key }: Lock, given: string): boolean {
  return same(digest(given), key);
}

export function admits({ session }: Lock, given: string): boolean {
  return same(digest(given), session);
}

/** A key that an older version kept in the database moves out of it. */
async function keepOldKey(store: Store, data: string): Promise<void> {
  const key = await readSetting(store.db, 'key');
  if (key === undefined) return;
  await store.transaction(async (trx) => {
    if (await claimSetting(trx, LOCK, JSON.stringify(lockOf(key)))) await writeKey(keyFile(store, data), key);
    await removeSetting(trx, 'key');
  });
}

/** Where the key lies: one data folder may serve an embedded database now and a server's then. */
function keyFile(store: Store, data: string): string {
  return join(data, store.engine === 'sqlite' ? 'key' : 'postgres.key');
}

async function writeKey(file: string, key: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${key}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
}

async function keptKey(file: string): Promise<string | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : text.trim();
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compares two digests in a time that tells nothing about how much is right. */
function same(given: string, expected: string): boolean {
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
