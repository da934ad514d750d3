/** For each number of source units passed, `0…n`, the numbers of target units that may have been passed: `low[i]…high[i]`,
 *  both within. Neither goes down; the first row has 0, the last one has all. */
export interface Band {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Where the cells of a row begin; one more than there are rows. */
  readonly offsets: Int32Array;
}

/** A pair of units that seem to belong together. */
export interface Anchor {
  readonly source: number;
  readonly target: number;
}

/** How far a path may go from the line through the anchors, in units: at least, for each unit of a stretch without anchors,
 *  and at most. */
const LEAST = 25;
const SHARE = 0.1;
const MOST = 120;

/** The band is narrower for very long texts, so that it has about so many cells at most. */
const CELLS = 3_000_000;

/** A whole matrix up to so many cells. */
const SMALL = 60_000;

/** The band around the line through `anchors`, which ascend on both sides. */
export function bandAround(sources: number, targets: number, anchors: readonly Anchor[]): Band {
  const low = new Int32Array(sources + 1);
  const high = new Int32Array(sources + 1).fill(targets);
  if ((sources + 1) * (targets + 1) > SMALL) {
    const most = Math.max(LEAST, Math.min(MOST, Math.floor(CELLS / 2 / sources)));
    let [from, at] = [{ source: 0, target: 0 }, 0];
    for (const to of [...anchors, { source: sources, target: targets }]) {
      const [rows, columns] = [to.source - from.source, to.target - from.target];
      const width = Math.min(most, Math.max(LEAST, Math.ceil(SHARE * Math.max(rows, columns))));
      for (; at <= to.source; at++) {
        const line = rows === 0 ? to.target : from.target + (columns * (at - from.source)) / rows;
        low[at] = Math.max(0, Math.floor(line - width));
        high[at] = Math.min(targets, Math.ceil(line + width));
      }
      from = to;
    }
    connect(low, high, sources, targets);
  }
  const offsets = new Int32Array(sources + 2);
  for (let row = 0; row <= sources; row++) {
    offsets[row + 1] = (offsets[row] as number) + (high[row] as number) - (low[row] as number) + 1;
  }
  return { low, high, offsets };
}

/** Makes the rows ascend and overlap, from the first cell to the last. */
function connect(low: Int32Array, high: Int32Array, sources: number, targets: number): void {
  low[0] = 0;
  high[sources] = targets;
  for (let row = 1; row <= sources; row++) {
    high[row] = Math.max(high[row] as number, high[row - 1] as number);
    low[row] = Math.min(Math.max(low[row] as number, low[row - 1] as number), high[row - 1] as number);
  }
  for (let row = sources - 1; row >= 0; row--) {
    low[row] = Math.min(low[row] as number, low[row + 1] as number);
    high[row] = Math.max(high[row] as number, low[row + 1] as number);
  }
}
