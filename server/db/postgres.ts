import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Database } from './database.ts';
import { StorageFault } from './failure.ts';
import { migrate } from './migrate.ts';
import { postgresAddress } from './postgres-address.ts';
import { postgresHeralds } from './postgres-heralds.ts';
import { type PoolSettings, postgresPool } from './postgres-pool.ts';
import { reach, schemaOf } from './postgres-start.ts';
import { retrying } from './retry.ts';
import { store } from './running.ts';
import type { Snapshot, Store } from './store.ts';

/** How long one answer to somebody who reads at leisure may take, in milliseconds. */
const LEISURE = 600_000;

/** How a database is opened. */
interface PostgresOpening {
  /** The migration to stop at; today's, when left out. */
  readonly upTo?: string | undefined;
  /** The schema of the tables; `radif`, when left out, or `public` where an older Radif has made them there. */
  readonly schema?: string | undefined;
}

/** A PostgreSQL database by its address. `report` hears of connections that are lost while nobody uses them. Who changes something,
 *  who reads, and who reads at leisure have connections of their own, so that none of them can take the last from the others. */
export async function openPostgres(
  address: string,
  report: (error: unknown) => void,
  { upTo, schema: wished }: PostgresOpening = {},
): Promise<Store> {
  const limits = postgresAddress(address);
  const schema = await begun(connected({ ...limits, answering: undefined, session: {}, connections: 1 }, report), {
    wished,
    patience: limits.connecting,
  });
  const path = { search_path: `"${schema}"` };
  const settings = { ...limits, session: { ...limits.session, ...path } };
  const connect = (changed: Partial<PoolSettings> = {}) => connected({ ...settings, ...changed }, report);
  await migrated(connect({ answering: undefined, session: path, connections: 1 }), { upTo, schema });
  const db = connect();
  const writer = connect();
  const leisure = connect({
    answering: LEISURE,
    // It holds no rows, and who reads it may be slow: somebody downloads.
    session: { ...settings.session, statement_timeout: 0, idle_in_transaction_session_timeout: 0 },
  });
  const heralds = postgresHeralds(limits, (channel, told) => sql`select pg_notify(${channel}, ${told})`.execute(db));
  return store({
    engine: 'postgres',
    schema,
    db,
    writer,
    heralds,
    snapshot: () => snapshotOf(leisure),
    ready: async () => void (await Promise.all([sql`select from setting limit 1`.execute(db), takesChanges(writer)])),
    end: async () => void (await Promise.all([db.destroy(), writer.destroy(), leisure.destroy()])),
  });
}

function connected(settings: PoolSettings, report: (error: unknown) => void): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: postgresPool(settings, report) }) });
}

/** Waits for the database and looks whether it can be worked on; gives the schema of the tables. */
async function begun(
  db: Kysely<Database>,
  { wished, patience }: { readonly wished: string | undefined; readonly patience: number },
): Promise<string> {
  try {
    await reach(db, patience);
    return await schemaOf(db, wished);
  } finally {
    await db.destroy();
  }
}

/** Brings the tables up to date, over a connection that may take its time: others may be doing the same. */
async function migrated(
  db: Kysely<Database>,
  place: { readonly upTo: string | undefined; readonly schema: string },
): Promise<void> {
  try {
    await retrying(() => migrate(db, { bytes: 'bytea' }, place));
  } finally {
    await db.destroy();
  }
}

/** Rejects where the database may only be read, or where the role may not write. */
async function takesChanges(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ readonly standing: string; readonly may: boolean }>`select
    current_setting('transaction_read_only') as standing,
    has_table_privilege('step', 'insert') and has_table_privilege('document', 'update') as may`.execute(db);
  if (rows[0]?.standing === 'on') throw new StorageFault('25006', 'The database takes no changes');
  if (!rows[0]?.may) throw new StorageFault('42501', 'The role may not write');
}

/** A transaction that only reads and sees the moment of its first statement, which is made at once. */
async function snapshotOf(db: Kysely<Database>): Promise<Snapshot> {
  const trx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute();
  await trx.selectFrom('setting').select('name').limit(1).execute();
  return { db: trx, [Symbol.asyncDispose]: async () => void (await trx.rollback().execute()) };
}
