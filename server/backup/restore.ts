import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Insertable } from 'kysely';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import type { Database, Writer } from '../db/database.ts';
import { migrationNames } from '../db/migrate.ts';
import { removeSetting } from '../db/setting.ts';
import type { Store } from '../db/store.ts';
import { foot, type Head, head, line, read } from './format.ts';
import { type Table, tableNames } from './tables.ts';

/** Rows that are written at once, and how many values of them at the most: PostgreSQL takes no more than 65,535. */
const BATCH = 500;

/** What a backup holds, once all of it was read and found whole. */
export interface WholeBackup {
  readonly head: Head;
  readonly rows: number;
}

/** Reads a backup to its end before anything is done with it. */
export async function checkBackup(file: string): Promise<Checked<WholeBackup>> {
  const hash = createHash('sha256');
  let first: Head | null = null;
  let lines = 0;
  let rows = 0;
  let last = '';
  try {
    for await (const text of linesOf(file)) {
      if (last !== '') {
        if (first === null) {
          const begun = head.safeParse(JSON.parse(last));
          if (!begun.success) return broken('It does not begin as a backup of Radif does.', 1);
          first = begun.data;
        } else if (last.startsWith('{"row":')) rows += 1;
        hash.update(`${last}\n`);
        lines += 1;
      }
      last = text;
    }
    const end = foot.safeParse(JSON.parse(last || 'null'));
    if (first === null || !end.success) return broken('It breaks off before its end: it is not whole.', lines + 1);
    if (end.data.lines !== lines || end.data.sha256 !== hash.digest('hex'))
      return broken('It is not what was written: its checksum differs.', lines + 1);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error;
    return broken(`It cannot be read (${(error as Error).message}).`, lines + 1);
  }
  if (!migrationNames.includes(first.migration)) {
    return broken(`It was made by a newer Radif (${first.version}). Restore it with that one.`, 1);
  }
  return { ok: true, value: { head: first, rows } };
}

/** Writes the rows of a backup that is known to be whole into the empty tables of `store`, in one transaction. */
export async function restoreRows(store: Store, file: string): Promise<void> {
  await store.transaction(async (trx) => {
    let table: Table | null = null;
    let batch: Readonly<Record<string, unknown>>[] = [];
    const flush = async () => {
      if (table !== null && batch.length > 0) await insert(trx, table, batch);
      batch = [];
    };
    for await (const text of linesOf(file)) {
      const parsed = line.safeParse(JSON.parse(text));
      if (!parsed.success) continue;
      if ('table' in parsed.data) {
        await flush();
        table = tableNames.find((name) => 'table' in parsed.data && name === parsed.data.table) ?? null;
      } else {
        const { row } = parsed.data;
        batch.push(Object.fromEntries(Object.entries(row).map(([column, value]) => [column, read(value)])));
        if (batch.length * Object.keys(row).length > 20 * BATCH) await flush();
      }
    }
    await flush();
    // The keys of the backup may have been folded otherwise: they are made anew at the next start.
    await removeSetting(trx, 'folding');
  });
}

/** True when nobody has worked in the database. */
export async function isEmpty({ db }: Store): Promise<boolean> {
  return (await db.selectFrom('project').select('id').limit(1).execute()).length === 0;
}

async function insert(trx: Writer, table: Table, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  await trx
    .insertInto(table as 'step')
    .values(rows as unknown as Insertable<Database['step']>[])
    .execute();
}

function linesOf(file: string): AsyncIterable<string> {
  const bytes = createReadStream(file);
  const text = createGunzip();
  bytes.on('error', (error) => text.destroy(error));
  return createInterface({ input: bytes.pipe(text), crlfDelay: Number.POSITIVE_INFINITY });
}

function broken(message: string, at: number): Checked<never> & { readonly problems: readonly Problem[] } {
  return { ok: false, problems: [{ rule: 'backup', message: `${message} Nothing was changed.`, line: at }] };
}
