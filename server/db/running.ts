import type { Kysely } from 'kysely';
import type { Database, Reader } from './database.ts';
import { pending } from './pending.ts';
import { retrying } from './retry.ts';
import type { Engine, Store } from './store.ts';

/** A store over its connections. Closing it waits for the transactions that have begun. */
export function store(engine: Engine, db: Reader, writer: Kysely<Database>, end: () => Promise<void>): Store {
  const transactions = pending();
  return {
    engine,
    db,
    transaction: (work) => transactions.add(retrying(() => writer.transaction().execute(work))),
    async close() {
      await transactions.settled();
      await end();
    },
  };
}
