import { setImmediate as turn } from 'node:timers/promises';
import type { CompiledQuery } from 'kysely';
import type { Writer } from './database.ts';

/** Calls `insert` with at most `size` rows at a time, letting others be served in between. */
export async function inBatches<T>(
  rows: readonly T[],
  size: number,
  insert: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += size) {
    if (from > 0) await turn();
    await insert(rows.slice(from, from + size));
  }
}

/** A statement that writes rows. */
interface Insertion {
  compile(): CompiledQuery;
  execute(): Promise<unknown>;
}

/** Runs the statement that `insert` makes of rows, at most `size` at a time, letting others be served in between. Batches of one
 *  length whose rows have the columns of the first row have one statement, made once: making it takes longer than running it. */
export async function insertInBatches<Row extends object>(
  trx: Writer,
  rows: readonly Row[],
  size: number,
  insert: (batch: readonly Row[]) => Insertion,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof Row)[];
  let made: CompiledQuery | null = null;
  await inBatches(rows, size, async (batch) => {
    const parameters = batch.length === size ? valuesOf(batch, columns) : null;
    if (parameters === null) return insert(batch).execute();
    made ??= insert(batch).compile();
    return trx.executeQuery({ ...made, parameters });
  });
}

/** The values of rows that have these columns and no others, row by row; `null` where one has not. */
function valuesOf<Row extends object>(rows: readonly Row[], columns: readonly (keyof Row)[]): unknown[] | null {
  const values: unknown[] = [];
  for (const row of rows) {
    if (Object.keys(row).length !== columns.length) return null;
    for (const column of columns) {
      const value = row[column];
      if (value === undefined) return null;
      values.push(value);
    }
  }
  return values;
}
