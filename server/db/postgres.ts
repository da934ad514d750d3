import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { retrying } from './retry.ts';
import { store } from './running.ts';
import type { Store } from './store.ts';

/** A PostgreSQL database by its address. `report` hears of connections that are lost while nobody uses them. */
export async function openPostgres(address: string, report: (error: unknown) => void): Promise<Store> {
  const pool = new pg.Pool({ connectionString: address, max: 10, types: { getTypeParser: typeParser } });
  pool.on('error', report);
  // A connection that is lost while it is in use fails its query; the event that it sends besides would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    await retrying(() => migrate(db, { bytes: 'bytea' }));
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return store('postgres', db, db, () => db.destroy());
}

/** `bigint` comes as a number: times and counts stay far below 2⁵³. */
const typeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text');
