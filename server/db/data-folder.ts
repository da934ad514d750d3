import { statSync } from 'node:fs';
import { chmod, mkdir, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type Libsql from 'libsql';
import { StorageFault, UnusableDatabase } from './failure.ts';

/** What else stands in a data folder that was used before. */
const traces = ['radif.db-wal', 'key', 'servers'];

/** Larger databases are not read through at every start, in bytes: it would take more than the second that a start may. */
const QUICK = 256 * 1024 * 1024;

const remedy = 'Put a backup in its place with "radif restore FILE"';

/** The file of the database in a data folder, made where there is none: the folder and the file for their owner alone; what
 *  SQLite puts beside it takes the rights of the file. Throws `UnusableDatabase` where the folder was in use and the database
 *  is gone or emptied: a new one in its place would look as if all were well, unless `isRestored` says that a backup follows. */
export async function ownFile(folder: string, isRestored: boolean): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'radif.db');
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  const trace = size || isRestored ? undefined : (await readdir(folder)).find((name) => traces.includes(name));
  if (trace !== undefined) {
    const state = size === null ? 'gone' : 'empty';
    throw new UnusableDatabase({
      rule: 'database-gone',
      message: `it was in use (there is ${trace}), but its database radif.db is ${state}. ${remedy}, or begin anew in an empty folder.`,
      element: file,
    });
  }
  await (await open(file, 'a', 0o600)).close();
  // What belongs to somebody else stays as it is: its owner decides.
  await chmod(folder, 0o700).catch(() => {});
  await chmod(file, 0o600).catch(() => {});
  return file;
}

/** Gives what throws a `StorageFault` once another file stands in the place of `file`, or none: somebody has put a copy there under the
 *  running server, which would go on with the file that it has open, and all of that would be gone with it. */
export function sameFile(file: string): () => void {
  const identity = () => {
    const found = statSync(file, { throwIfNoEntry: false });
    return found && `${found.dev} ${found.ino}`;
  };
  const opened = identity();
  return () => {
    if (identity() !== opened)
      throw new StorageFault('RADIF_REPLACED', `The file ${file} is not the one that was opened`);
  };
}

/** Throws `UnusableDatabase` where pages of the database are damaged. */
export function checkPages(database: Libsql.Database, file: string): void {
  const bytes = database.prepare('select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()');
  if ((bytes.get() as { bytes: number }).bytes > QUICK) return;
  const [found] = database.prepare('pragma quick_check(1)').all() as { quick_check: string }[];
  if (found && found.quick_check !== 'ok') throw damaged(file, found.quick_check);
}

/** What is told of a database file that is none, or not whole. */
export function damaged(file: string, reason: string): UnusableDatabase {
  return new UnusableDatabase({
    rule: 'database-damaged',
    message: `its database radif.db is damaged (${reason.split('\n')[0]}). Nothing was changed. ${remedy}.`,
    element: file,
  });
}
