/** One measured figure. `of` names the figure of the same benchmark that it is given as a ratio of. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit:
    | 'ms'
    | 'MB'
    | 'kB'
    | 'MB/s'
    | 'M characters/s'
    | 'segments/s'
    | 'F1'
    | 'precision'
    | 'recall'
    | 'links'
    | 'pairs'
    | '%'
    | 'changes'
    | 'look-ups';
  readonly of?: string;
}

/** The value below which `share` (0…1) of `values` lie; the nearest rank, no interpolation. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('No percentile of no values');
  return value;
}

/** Milliseconds that each of `rounds` runs of `work` takes, after `warm` runs that do not count. */
export async function times(work: () => unknown, rounds: number, warm = 0): Promise<readonly number[]> {
  const measured: number[] = [];
  for (let round = -warm; round < rounds; round++) {
    const started = performance.now();
    await work();
    if (round >= 0) measured.push(performance.now() - started);
  }
  return measured;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The median of the milliseconds that `work` takes. */
export async function medianTime(work: () => unknown, rounds = 7, warm = 2): Promise<number> {
  return median(await times(work, rounds, warm));
}
