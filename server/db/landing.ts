import type { Writer } from './database.ts';
import type { Store } from './store.ts';

/** Keeps `work` until what the transaction writes is on disk; nothing of a transaction that ran in vain is done. */
export type Landed = (work: () => void) => void;

/** Runs `work` in one transaction, as `transaction` does, and then what it left with `landed`. */
export async function landing<T>(
  store: Pick<Store, 'transaction'>,
  work: (trx: Writer, landed: Landed) => Promise<T>,
): Promise<T> {
  let after: (() => void)[] = [];
  const result = await store.transaction((trx) => {
    after = [];
    return work(trx, (each) => after.push(each));
  });
  for (const each of after) each();
  return result;
}
