import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { PostgresAddress } from './postgres-address.ts';

/** What connections of one kind are opened with. */
export interface PoolSettings
  extends Pick<PostgresAddress, 'connectionString' | 'connecting' | 'connections' | 'tryingAfter'> {
  /** Milliseconds after which an answer is waited for no more; for ever, when left out. */
  readonly answering?: number | undefined;
  /** Settings of the session, in its own names. */
  readonly session: Readonly<Record<string, string | number>>;
}

/** What is acknowledged is on disk, whatever the database's default is; a stricter default stays. */
const onDisk =
  "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') in ('off', 'local')";

/** Connections of one kind. Settings are made on each once it is there, as PgBouncer and others refuse those that they do not know
 *  among what opens a connection. One that does not answer in time is thrown away, with what it was in the middle of. `report`
 *  hears of connections that are lost while nobody uses them. */
export function postgresPool(settings: PoolSettings, report: (error: unknown) => void): PostgresPool {
  const { connectionString, connecting, connections, tryingAfter, answering, session } = settings;
  const names = Object.keys(session);
  const limits = `select ${names.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, false)`).join(', ')}`;
  const values = names.flatMap((name) => [name, String(session[name])]);
  const pool = new pg.Pool({
    connectionString,
    max: connections,
    connectionTimeoutMillis: connecting,
    keepAlive: true,
    keepAliveInitialDelayMillis: tryingAfter,
    types: { getTypeParser: typeParser },
    ...(answering !== undefined && { query_timeout: answering }),
    async onConnect(client) {
      await client.query(onDisk);
      if (names.length > 0) await client.query(limits, values);
    },
  });
  pool.on('error', report);
  // A connection that is lost while it is in use fails its query; the event that it sends besides would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return { connect: async () => impatient(await pool.connect()), end: () => pool.end() };
}

/** A connection that nobody uses again after an answer has not come: the next query would wait behind the one that is stuck. */
function impatient(client: pg.PoolClient): PostgresPoolClient {
  let stuck: Error | undefined;
  const query = async (statement: string, values: readonly unknown[]) => {
    if (stuck) throw stuck;
    try {
      return await client.query(statement, [...values]);
    } catch (error) {
      if (isReadTimeout(error)) stuck = error;
      throw error;
    }
  };
  // Nothing here reads by a cursor, which is the other way to ask.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release(stuck) };
}

function isReadTimeout(error: unknown): error is Error {
  return error instanceof Error && error.message === 'Query read timeout';
}

/** `bigint` comes as a number: times and counts stay far below 2⁵³. */
const typeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text');
