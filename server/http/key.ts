import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Store } from '../db/store.ts';

/** The key that signs the local user in. It lives in the database, so that all servers of one database agree and
 *  a restart signs nobody out. */
export async function accessKey(store: Store): Promise<string> {
  return store.transaction(async (trx) => {
    await trx
      .insertInto('setting')
      .values({ name: 'key', value: randomBytes(32).toString('base64url') })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const { value } = await trx
      .selectFrom('setting')
      .select('value')
      .where('name', '=', 'key')
      .executeTakeFirstOrThrow();
    return value;
  });
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
