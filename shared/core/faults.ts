/** A fault of the database as everybody tells of it: the log by its name, a person by `what` and `remedy`. */
export interface Fault {
  /** The codes of SQLite, of PostgreSQL (SQLSTATE) and of the system that mean it, or what those begin with; the longest counts. */
  readonly codes: readonly string[];
  /** What an error says that has no code of its own. */
  readonly says?: RegExp;
  /** One sentence. */
  readonly what: string;
  readonly remedy: string;
  /** When to try again what can be sent twice: `soon` where it may pass by itself, `rarely` where somebody has to do something. */
  readonly again: 'soon' | 'rarely';
}

const passes =
  'What you typed stays on this device and goes on by itself; what you pressed last, look whether it was done.';

/** Every fault of the database that has a name; its twin in Persian is `client/locales/fa/faults.ts`. */
export const faults = {
  'storage-full': {
    codes: ['SQLITE_FULL', '53100', 'ENOSPC', 'EDQUOT'],
    what: 'The disk of the database is full.',
    remedy: 'Nothing was saved. Make room there, then it goes on by itself.',
    again: 'soon',
  },
  'storage-busy': {
    codes: ['SQLITE_BUSY', '40001', '40P01', '55P03'],
    what: 'Somebody else keeps this part of the database busy.',
    remedy: 'Nothing was saved. Wait a moment and try again; what you typed is sent by itself.',
    again: 'soon',
  },
  'storage-stopped': {
    codes: ['57014', '25P03', '25P04'],
    what: 'The database took too long, so the work was stopped.',
    remedy: 'Nothing was saved. Try again; what you typed is sent by itself.',
    again: 'soon',
  },
  'storage-crowded': {
    codes: ['53300'],
    says: /^timeout exceeded when trying to connect/,
    what: 'The database has no connection free.',
    remedy: 'Nothing was saved. Wait a moment and try again; what you typed is sent by itself.',
    again: 'soon',
  },
  'storage-silent': {
    codes: [],
    says: /^(Query read timeout|timeout expired|Connection terminated due to connection)/,
    what: 'The database does not answer.',
    remedy: passes,
    again: 'soon',
  },
  'storage-lost': {
    codes: ['08', '57P01', '57P02', '57P05', 'ECONNRESET', 'ECONNABORTED', 'EPIPE'],
    says: /^(Connection terminated|Client .* is not queryable)/,
    what: 'The connection to the database broke off.',
    remedy: passes,
    again: 'soon',
  },
  'storage-down': {
    codes: ['57P03', '08001', 'ECONNREFUSED', 'EHOST', 'ENET', 'ENOTFOUND', 'EAI_', 'ETIMEDOUT'],
    what: 'The database is stopped, or cannot be reached.',
    remedy: 'Nothing was saved. Start it; what you typed stays on this device and is sent as soon as it is back.',
    again: 'soon',
  },
  'storage-read-only': {
    codes: ['25006', 'SQLITE_READONLY'],
    what: 'The database may only be read, as a standby or a copy may.',
    remedy: 'Nothing was saved. Lead the server to a database that takes changes.',
    again: 'rarely',
  },
  'storage-refused': {
    codes: ['42501'],
    what: 'The database does not let the role of the server write.',
    remedy: 'Nothing was saved. Give the role the right to write to the tables.',
    again: 'rarely',
  },
  'storage-replaced': {
    codes: ['RADIF_REPLACED'],
    what: 'Another file stands where that of the database was, or none, since the server runs.',
    remedy:
      'Nothing was saved. End the server and start it again; what you typed stays on this device and is sent then.',
    again: 'rarely',
  },
  'storage-unavailable': {
    codes: [
      'SQLITE_IOERR',
      'SQLITE_CANTOPEN',
      'SQLITE_CORRUPT',
      'SQLITE_NOTADB',
      'SQLITE_PROTOCOL',
      '28',
      '3D',
      '53',
      '57P',
      '58',
      'XX',
    ],
    what: 'The database is out of order.',
    remedy: 'Nothing was saved. The log of the server says more.',
    again: 'rarely',
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** The name of a fault, which is its `rule` among problems. */
export type FaultName = keyof typeof faults;

export const faultNames = Object.keys(faults) as readonly FaultName[];

export function isFault(rule: unknown): rule is FaultName {
  return typeof rule === 'string' && Object.hasOwn(faults, rule);
}

/** What a fault is and what to do, in the words of one language. */
export interface FaultSentences {
  readonly what: string;
  readonly remedy: string;
}

/** Each fault of a language under its name, and what to do under the name with `Remedy` behind it. */
export type FaultMessages = { readonly [Name in FaultName | `${FaultName}Remedy`]: string };

export function faultMessages(sentences: Readonly<Record<FaultName, FaultSentences>>): FaultMessages {
  const messages = faultNames.flatMap((name) => [
    [name, sentences[name].what],
    [`${name}Remedy`, sentences[name].remedy],
  ]);
  return Object.fromEntries(messages) as FaultMessages;
}
