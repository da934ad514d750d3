import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { retrying } from './retry.ts';
import { store } from './running.ts';
import type { Snapshot, Store } from './store.ts';

/** A PostgreSQL database by its address. `report` hears of connections that are lost while nobody uses them. */
export async function openPostgres(address: string, report: (error: unknown) => void, upTo?: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: address, max: 10, types: { getTypeParser: typeParser } });
  pool.on('error', report);
  // A connection that is lost while it is in use fails its query; the event that it sends besides would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    await retrying(() => migrate(db, { bytes: 'bytea' }, upTo));
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return store({ engine: 'postgres', db, writer: db, snapshot: () => snapshotOf(db), end: () => db.destroy() });
}

/** A transaction that only reads and sees the moment of its first statement, which is made at once. */
async function snapshotOf(db: Kysely<Database>): Promise<Snapshot> {
  const trx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute();
  await trx.selectFrom('setting').select('name').limit(1).execute();
  return { db: trx, [Symbol.asyncDispose]: async () => void (await trx.rollback().execute()) };
}

/** `bigint` comes as a number: times and counts stay far below 2⁵³. */
const typeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text');
