import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { FaultName } from '../../shared/core/faults.ts';
import type { Database, Reader, Writer } from './database.ts';
import { faultOf } from './failure.ts';
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

/** Characters of a change made for trial. SQLite writes none before the end of a transaction as long as it has room in memory, 2 MB. */
const TRIAL: Readonly<Record<Engine, number>> = { sqlite: 4_000_000, postgres: 64_000 };

/** What is in the way of changes alone, and does not show while one only reads. */
const staying: readonly FaultName[] = ['storage-full', 'storage-read-only', 'storage-refused', 'storage-unavailable'];

/** A store over its connections. Closing it waits for the transactions that have begun. Once a change has met one of those faults,
 *  being ready is tried out by a change that is taken back, until one goes through. */
export function store({ engine, schema, db, writer, heralds = noHeralds, snapshot, ready, end }: Connections): Store {
  const transactions = pending();
  let isDoubtful = false;
  const doubting = (error: unknown): never => {
    const fault = faultOf(error);
    isDoubtful ||= fault !== null && staying.includes(fault);
    throw error;
  };
  return {
    engine,
    schema,
    db,
    heralds,
    snapshot,
    async ready() {
      await ready();
      if (!isDoubtful) return;
      await transactions.add(retrying(() => tryOut(writer, TRIAL[engine])));
      isDoubtful = false;
    },
    transaction: (work) => transactions.add(retrying(() => transacted(writer, work)).catch(doubting)),
    async close() {
      await transactions.settled();
      await heralds.close();
      await end();
    },
  };
}

/** Does `work` in a transaction. What it throws counts, and not that taking back failed as well where the connection is gone. */
async function transacted<T>(writer: Kysely<Database>, work: (trx: Writer) => Promise<T>): Promise<T> {
  let thrown: { readonly error: unknown } | undefined;
  try {
    return await writer.transaction().execute((trx) =>
      work(trx).catch((error: unknown) => {
        thrown = { error };
        throw error;
      }),
    );
  } catch (error) {
    throw thrown ? thrown.error : error;
  }
}

/** Rejects with what keeps a step of so many characters from being written, in whatever document. Nothing stays of it. */
async function tryOut(writer: Kysely<Database>, characters: number): Promise<void> {
  const trx = await writer.startTransaction().execute();
  try {
    // Of a document that nobody works at just now; it is not kept from them for longer than this takes.
    const free = trx.selectFrom('document').select('id').forUpdate().skipLocked().limit(1);
    const document = await free.executeTakeFirst();
    if (!document) return;
    // Letters that neither database can make less of.
    const step = randomBytes((characters * 3) / 4).toString('base64');
    const by = { client: '', person: '', mark: null };
    await trx
      .insertInto('step')
      .values({ ...by, document_id: document.id, version: -1, at: 0, schema_version: 0, step })
      .execute();
  } finally {
    await trx.rollback().execute();
  }
}
