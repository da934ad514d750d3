import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DatabaseConnection,
  type Dialect,
  Kysely,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import Libsql from 'libsql';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { retrying } from './retry.ts';
import { store } from './running.ts';
import type { Store } from './store.ts';

/** Statements run on the thread that serves everybody, so a lock is waited for by trying again, not inside SQLite. */
const BUSY_TIMEOUT = 20;

/** The embedded database of a data folder, made if there is none. One connection writes, one reads: in WAL mode neither
 *  waits for the other. A second process on the folder does the same. */
export async function openSqlite(folder: string): Promise<Store> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'radif.db');
  const writing = await retrying(async () => connect(file));
  const writer = new Kysely<Database>({ dialect: sqliteDialect(writing) });
  await retrying(() => migrate(writer, { bytes: 'blob' }));
  const reading = connect(file);
  reading.pragma('query_only = ON');
  const reader = new Kysely<Database>({ dialect: sqliteDialect(reading) });
  return store('sqlite', reader, writer, async () => {
    reading.close();
    writing.close();
  });
}

function connect(file: string): Libsql.Database {
  const database = new Libsql(file);
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  return database;
}

function sqliteDialect(database: Libsql.Database): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new ImmediateDriver(database),
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

/** Transactions take the write lock at once: a lock taken later could not be waited for. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Libsql.Database;

  constructor(database: Libsql.Database) {
    super({ database });
    this.#database = database;
  }

  /** A prepared statement that meets a lock stays under way in libsql until it is collected as garbage, and keeps every
   *  later commit waiting; `exec` ends it. */
  override async beginTransaction(): Promise<void> {
    this.#database.exec('begin immediate');
  }

  /** A full disk has rolled back already. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** `for update` means nothing here: a transaction locks the whole database. */
class LockFreeCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier !== 'ForUpdate') super.visitSelectModifier(node);
  }
}
