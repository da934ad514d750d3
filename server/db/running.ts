import type { Kysely } from 'kysely';
import type { Database, Reader } from './database.ts';
import { type Heralds, noHeralds } from './heralds.ts';
import { pending } from './pending.ts';
import { retrying } from './retry.ts';
import type { Engine, Snapshot, Store } from './store.ts';

interface Connections {
  readonly engine: Engine;
  readonly schema?: string;
  readonly db: Reader;
  readonly writer: Kysely<Database>;
  readonly heralds?: Heralds;
  readonly snapshot: () => Promise<Snapshot>;
  readonly ready: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A store over its connections. Closing it waits for the transactions that have begun. */
export function store({ engine, schema, db, writer, heralds = noHeralds, snapshot, ready, end }: Connections): Store {
  const transactions = pending();
  return {
    engine,
    schema,
    db,
    heralds,
    snapshot,
    ready,
    transaction: (work) => transactions.add(retrying(() => writer.transaction().execute(work))),
    async close() {
      await transactions.settled();
      await heralds.close();
      await end();
    },
  };
}
