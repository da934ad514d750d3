import type { Reader, Writer } from './database.ts';
import type { Heralds } from './heralds.ts';

export type Engine = 'sqlite' | 'postgres';

/** What reads of one moment are made on; to be let go. */
export interface Snapshot extends AsyncDisposable {
  readonly db: Reader;
}

/** A database that is open and has today's tables. */
export interface Store {
  readonly engine: Engine;
  /** Where the tables are, on an engine that has schemas. */
  readonly schema?: string | undefined;
  /** Reads outside a transaction; they never wait for a writer. */
  readonly db: Reader;
  /** Runs `work` in one transaction and gives its result once that is on disk. Where another transaction was in the way,
   *  `work` runs again from the start: it must touch nothing but the database. */
  transaction<T>(work: (trx: Writer) => Promise<T>): Promise<T>;
  /** How other processes hear of new heads, and this one of theirs. */
  readonly heralds: Heralds;
  /** The database as it is at this moment, to be read at leisure while others go on writing. */
  snapshot(): Promise<Snapshot>;
  /** Resolves once a read and a change have been let through; rejects with what is in the way. As long as no change has met a fault,
   *  none is made to find out. It may wait as long as anybody else would. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
