import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { claimSetting, readSetting } from '../db/setting.ts';
import type { Store } from '../db/store.ts';

/** The key that signs the local user in. It lives in the database, so that all servers of one database agree and
 *  a restart signs nobody out. */
export async function accessKey({ db, transaction }: Store): Promise<string> {
  const key = await readSetting(db, 'key');
  if (key !== undefined) return key;
  const made = randomBytes(32).toString('base64url');
  await transaction((trx) => claimSetting(trx, 'key', made));
  return (await readSetting(db, 'key')) ?? made;
}

/** What the cookie holds: proof that its owner had the key, from which the key cannot be had back. */
export function sessionOf(key: string): string {
  return createHmac('sha256', key).update('session').digest('base64url');
}

/** Compares in a time that tells nothing about how much is right. */
export function same(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
