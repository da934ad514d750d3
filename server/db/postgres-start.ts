import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { faultOf, UnusableDatabase } from './failure.ts';

/** Where the tables are unless somebody says otherwise, and where they were before they had a schema of their own. */
const OWN = 'radif';
const OLD = 'public';

/** How long a database is waited for that says that it is starting, in milliseconds: after a crash it goes through its log first. */
const STARTING = 120_000;
const PAUSE = 200;

/** Waits for a database that does not answer yet, for `patience` milliseconds, or longer where it says that it is starting; throws
 *  what is in the way then, and `UnusableDatabase` where it cannot hold Persian. */
export async function reach(db: Kysely<Database>, patience: number): Promise<void> {
  const began = Date.now();
  for (;;) {
    try {
      const { rows } = await sql<{ encoding: string }>`select current_setting('server_encoding') as encoding`.execute(
        db,
      );
      const encoding = rows[0]?.encoding ?? '';
      if (encoding !== 'UTF8') throw otherEncoding(encoding);
      return;
    } catch (error) {
      const isStarting = (error as { code?: unknown }).code === '57P03';
      const limit = isStarting ? STARTING : faultOf(error) === 'storage-down' ? patience : 0;
      if (Date.now() - began >= limit) throw error;
      await pause(PAUSE);
    }
  }
}

function otherEncoding(encoding: string): UnusableDatabase {
  return new UnusableDatabase({
    rule: 'database-encoding',
    message: `its encoding is ${encoding}, and Persian needs UTF8. Nothing was changed. Make one with "create database … encoding 'UTF8' template template0".`,
    element: encoding,
  });
}

/** The schema of the tables: `wished` where it is given; else `radif`, or `public` where an older Radif has made them there. */
export async function schemaOf(db: Kysely<Database>, wished: string | undefined): Promise<string> {
  if (wished !== undefined) return wished;
  const { rows } = await sql<{ schema: string }>`select old.schemaname as schema
    from pg_tables old join pg_tables migration on migration.schemaname = old.schemaname
    where old.tablename = 'named_version' and migration.tablename = 'kysely_migration'
    and old.schemaname in (${OWN}, ${OLD})`.execute(db);
  const schemas = rows.map(({ schema }) => schema);
  return schemas.includes(OLD) && !schemas.includes(OWN) ? OLD : OWN;
}
