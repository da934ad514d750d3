import type { Reader, Writer } from './database.ts';

export type Engine = 'sqlite' | 'postgres';

/** A database that is open and has today's tables. */
export interface Store {
  readonly engine: Engine;
  /** Reads outside a transaction; they never wait for a writer. */
  readonly db: Reader;
  /** Runs `work` in one transaction and gives its result once that is on disk. Where another transaction was in the way,
   *  `work` runs again from the start: it must touch nothing but the database. */
  transaction<T>(work: (trx: Writer) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
