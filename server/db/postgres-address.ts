import { UnusableDatabase } from './failure.ts';

/** Limits of one connection, in milliseconds, so that nobody waits for ever for a neighbour that stands still. */
const session = {
  /** For a row that another transaction holds; an import of a long text keeps its rows for seconds. */
  lock_timeout: 10_000,
  statement_timeout: 20_000,
  /** PostgreSQL ends the connection of a server that stopped inside its transaction, and lets its rows go. */
  idle_in_transaction_session_timeout: 30_000,
};

/** What this side of a connection keeps to. */
const own = {
  /** Seconds, as everywhere: for a free connection, for a new one to be made, and for a database that is still starting. */
  connect_timeout: 10,
  /** Seconds of silence after which a connection is tried whether the other side is still there, as everywhere. */
  keepalives_idle: 30,
  /** Milliseconds after which an answer is waited for no more and the connection is thrown away; longer than the limits above, so
   *  that a database that lives says itself what is wrong. */
  query_timeout: 25_000,
  /** The most at once: a third for reads, one for changes, one for what is read at leisure (exports, backups). */
  connections: 15,
};

const standard = { ...session, ...own };
type Parameter = keyof typeof standard;
type SessionLimit = keyof typeof session;

/** An address of a PostgreSQL database, with the limits that its query part may set: `postgres://…/radif?lock_timeout=5000`. */
export interface PostgresAddress {
  /** Without our own parameters: what stands between may refuse those that it does not know, as PgBouncer does. */
  readonly connectionString: string;
  /** To be set on each connection once it is made. */
  readonly session: Readonly<Record<SessionLimit, number>>;
  /** Milliseconds. */
  readonly connecting: number;
  /** Milliseconds. */
  readonly tryingAfter: number;
  /** Milliseconds. */
  readonly answering: number;
  /** Of each of the three kinds. */
  readonly connections: number;
}

/** Reads the address; throws `UnusableDatabase` where a limit in it is no number. */
export function postgresAddress(address: string): PostgresAddress {
  const [start = '', query = ''] = splitOnce(address, '?');
  const parameters = new URLSearchParams(query);
  const limit = (name: Parameter): number => {
    const given = parameters.get(name);
    parameters.delete(name);
    if (given === null) return standard[name];
    if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
    throw new UnusableDatabase({
      rule: 'database-address',
      message: `its address sets ${name} to "${given}", and a whole number ${unit(name)} is expected.`,
      element: name,
    });
  };
  const limits = {
    session: {
      lock_timeout: limit('lock_timeout'),
      statement_timeout: limit('statement_timeout'),
      idle_in_transaction_session_timeout: limit('idle_in_transaction_session_timeout'),
    },
    connecting: limit('connect_timeout') * 1000,
    tryingAfter: limit('keepalives_idle') * 1000,
    answering: limit('query_timeout'),
    connections: Math.max(1, Math.floor(limit('connections') / 3)),
  };
  const rest = parameters.toString();
  return { connectionString: rest === '' ? start : `${start}?${rest}`, ...limits };
}

function unit(name: Parameter): string {
  if (name === 'connections') return 'of connections';
  return name === 'connect_timeout' || name === 'keepalives_idle' ? 'of seconds' : 'of milliseconds';
}

function splitOnce(text: string, at: string): readonly [string, string] {
  const place = text.indexOf(at);
  return place === -1 ? [text, ''] : [text.slice(0, place), text.slice(place + at.length)];
}
