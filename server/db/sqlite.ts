import {
  type DatabaseConnection,
  type Dialect,
  Kysely,
  type SelectModifierNode,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import Libsql from 'libsql';
import { checkPages, damaged, ownFile, sameFile } from './data-folder.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { retrying } from './retry.ts';
import { store } from './running.ts';
import type { Snapshot, Store } from './store.ts';

/** Statements run on the thread that serves everybody, so a writer does not wait for a lock inside SQLite: it tries again.
 *  A reader has to wait only while another process opens or closes the database, in milliseconds. */
const WRITER_TIMEOUT = 20;
const READER_TIMEOUT = 5_000;

/** How a database is opened. */
export interface Opening {
  /** The migration to stop at; today's, when left out. */
  readonly upTo?: string | undefined;
  /** True where a backup is about to take the place of a database that is gone. */
  readonly isRestored?: boolean | undefined;
}

/** The embedded database of a data folder, made if there is none. One connection writes, one reads: in WAL mode neither
 *  waits for the other. A second process on the folder does the same. */
export async function openSqlite(folder: string, { upTo, isRestored = false }: Opening = {}): Promise<Store> {
  const file = await ownFile(folder, isRestored);
  const writing = await retrying(() => openWriter(file, upTo));
  const reading = new Libsql(file);
  configure(reading, READER_TIMEOUT);
  reading.pragma('query_only = ON');
  const check = sameFile(file);
  return store({
    engine: 'sqlite',
    db: kysely(reading, check),
    writer: kysely(writing, check),
    async snapshot() {
      check();
      return snapshotOf(file);
    },
    async ready() {
      check();
      reading.prepare('select name from setting limit 1').get();
    },
    async end() {
      reading.close();
      writing.close();
    },
  });
}

/** A read transaction on a connection of its own: it begins with its first read, so that is made at once. */
async function snapshotOf(file: string): Promise<Snapshot> {
  const database = new Libsql(file);
  configure(database, READER_TIMEOUT);
  database.exec('begin');
  database.prepare('select count(*) from sqlite_schema').get();
  return {
    db: kysely(database),
    async [Symbol.asyncDispose]() {
      database.exec('rollback');
      database.close();
    },
  };
}

/** A connection to today's tables. What met a lock on the way stays under way in libsql, so each try has its own. */
async function openWriter(file: string, upTo: string | undefined): Promise<Libsql.Database> {
  const database = new Libsql(file);
  try {
    configure(database, WRITER_TIMEOUT);
    checkPages(database, file);
    await migrate(kysely(database), { bytes: 'blob' }, { upTo });
    return database;
  } catch (error) {
    database.close();
    throw isDamage(error) ? damaged(file, error.message) : error;
  }
}

function isDamage(error: unknown): error is Error {
  const code = error instanceof Error ? String((error as { code?: unknown }).code) : '';
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(code);
}

function configure(database: Libsql.Database, timeout: number): void {
  database.pragma(`busy_timeout = ${timeout}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
}

function kysely(database: Libsql.Database, check = () => {}): Kysely<Database> {
  return new Kysely({ dialect: sqliteDialect(database, check) });
}

function sqliteDialect(database: Libsql.Database, check: () => void): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new ImmediateDriver(database, check),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new LockFreeCompiler(),
  };
}

/** Migrations run in one transaction: that is their lock against a second process. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Transactions take the write lock at once: a lock taken later could not be waited for. Nothing is read or written once `check`
 *  throws. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Libsql.Database;
  readonly #check: () => void;

  constructor(database: Libsql.Database, check: () => void) {
    super({ database: keepingLong(database) });
    this.#database = database;
    this.#check = check;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#check();
    return super.acquireConnection();
  }

  /** A prepared statement that meets a lock stays under way in libsql until it is collected as garbage, and keeps every
   *  later commit waiting; `exec` ends it. */
  override async beginTransaction(): Promise<void> {
    this.#database.exec('begin immediate');
  }

  /** What was committed is acknowledged only where the file is still in its place. */
  override async commitTransaction(): Promise<void> {
    this.#database.exec('commit');
    this.#check();
  }

  /** A full disk has rolled back already. */
  override async rollbackTransaction(): Promise<void> {
    if (this.#database.inTransaction) this.#database.exec('rollback');
  }
}

/** Statements of so many characters write hundreds of rows: to parse one takes longer than to run it. */
const LONG = 4096;
const MOST_KEPT = 8;

/** The database as a driver uses it, which keeps its last long statements. They run in transactions that have the lock, so none can
 *  stay under way for want of it; one that fails is let go. */
function keepingLong(database: Libsql.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      if (sql.length < LONG || !sql.startsWith('insert ')) return database.prepare(sql) as unknown as SqliteStatement;
      let statement = kept.get(sql);
      if (statement === undefined) {
        const made = database.prepare(sql);
        if (made.reader) return made as unknown as SqliteStatement;
        statement = keptStatement(made, () => kept.delete(sql));
      }
      const [oldest] = kept.keys();
      kept.delete(sql);
      if (oldest !== undefined && kept.size >= MOST_KEPT) kept.delete(oldest);
      kept.set(sql, statement);
      return statement;
    },
  };
}

function keptStatement(statement: Libsql.Statement, fail: () => void): SqliteStatement {
  return {
    reader: false,
    all: () => [],
    iterate: () => [][Symbol.iterator](),
    run(parameters) {
      try {
        const { changes, lastInsertRowid } = statement.run(parameters);
        return { changes, lastInsertRowid };
      } catch (error) {
        fail();
        throw error;
      }
    },
  };
}

const lockModifiers: ReadonlySet<SelectModifierNode['modifier']> = new Set([
  ...(['ForUpdate', 'ForNoKeyUpdate', 'ForShare', 'SkipLocked'] as const),
]);

/** `for update`, `for share` and `skip locked` mean nothing here: a transaction locks the whole database. */
class LockFreeCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (!lockModifiers.has(node.modifier)) super.visitSelectModifier(node);
  }
}
