import { setImmediate as turn } from 'node:timers/promises';

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
