import type { Kysely } from 'kysely';
import type { Database, Reader } from './database.ts';
import { pending } from './pending.ts';
import { retrying } from './retry.ts';
import type { Engine, Snapshot, Store } from './store.ts';

interface Connections {
  readonly engine: Engine;
  readonly db: Reader;
  readonly writer: Kysely<Database>;
  readonly snapshot: () => Promise<Snapshot>;
  readonly end: () => Promise<void>;
}

/** A store over its connections. Closing it waits for the transactions that have begun. */
export function store({ engine, db, writer, snapshot, end }: Connections): Store {
  const transactions = pending();
  return {
    engine,
    db,
    snapshot,
    transaction: (work) => transactions.add(retrying(() => writer.transaction().execute(work))),
    async close() {
      await transactions.settled();
      await end();
    },
  };
}
