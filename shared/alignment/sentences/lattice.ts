import type { Band } from './band.ts';
import type { Shape } from './weights.ts';

/** A bead of a path: its first units and its shape, by number, and how likely it is. */
export interface Step {
  readonly source: number;
  readonly target: number;
  readonly shape: number;
  readonly chance: number;
}

/** Told how much is done, 0…1, now and then; says whether to go on. */
export type Watch = (share: number) => boolean;

/** What the path is chosen by. */
export interface LatticeQuestion {
  readonly band: Band;
  readonly shapes: readonly Shape[];
  /** Cost of the bead with these first units; infinite where there may be none. */
  cost(source: number, target: number, shape: number): number;
  /** What chances are taken from costs by: `exp(−cost / temperature)`. */
  readonly temperature: number;
  readonly watch: Watch;
}

const ROWS_BETWEEN_LOOKS = 16;

/** The path through the band with the most beads right, as far as can be expected: each bead has the share that the paths
 *  with it have of all paths (forward–backward: L. R. Rabiner, "A Tutorial on Hidden Markov Models", Proc. IEEE 77 (1989)),
 *  and the path has the greatest sum of shares. `null` when `watch` said no. */
export function bestPath({ band, shapes, cost, temperature, watch }: LatticeQuestion): readonly Step[] | null {
  const { low, high, offsets } = band;
  const rows = low.length;
  const cells = offsets[rows] as number;
  const scores = new Float32Array(cells * shapes.length).fill(Number.NEGATIVE_INFINITY);
  const forward = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  const cellOf = (row: number, column: number) => {
    if (row < 0 || row >= rows || column < (low[row] as number) || column > (high[row] as number)) return -1;
    return (offsets[row] as number) + column - (low[row] as number);
  };
  forward[0] = 0;
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_BETWEEN_LOOKS === 0 && !watch((0.8 * row) / rows)) return null;
    for (let column = low[row] as number; column <= (high[row] as number); column++) {
      const cell = cellOf(row, column);
      if (cell === 0) continue;
      const sum = new LogSum();
      for (let at = 0; at < shapes.length; at++) {
        const { source, target } = shapes[at] as Shape;
        const before = cellOf(row - source, column - target);
        if (before < 0) continue;
        const score = -cost(row - source, column - target, at) / temperature;
        scores[cell * shapes.length + at] = score;
        sum.add((forward[before] as number) + score);
      }
      forward[cell] = sum.value;
    }
  }
  const all = forward[cells - 1] as number;
  const backward = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  for (let row = rows - 1; row >= 0; row--) {
    if (row % ROWS_BETWEEN_LOOKS === 0 && !watch(0.8 + (0.1 * (rows - row)) / rows)) return null;
    for (let column = high[row] as number; column >= (low[row] as number); column--) {
      const cell = cellOf(row, column);
      if (cell === cells - 1) backward[cell] = 0;
      else {
        const sum = new LogSum();
        for (let at = 0; at < shapes.length; at++) {
          const { source, target } = shapes[at] as Shape;
          const after = cellOf(row + source, column + target);
          if (after < 0) continue;
          const score = (scores[after * shapes.length + at] as number) + (backward[after] as number);
          sum.add(score);
          // From here on the cell keeps the chance of the bead instead of its score.
          scores[after * shapes.length + at] = Math.min(1, Math.exp((forward[cell] as number) + score - all));
        }
        backward[cell] = sum.value;
      }
    }
  }
  return likeliestPath(scores, band, shapes, cellOf);
}

/** What a bead with an empty side counts against one that joins two texts. */
const ALONE = 0.5;

function likeliestPath(
  chances: Float32Array,
  { low, high, offsets }: Band,
  shapes: readonly Shape[],
  cellOf: (row: number, column: number) => number,
): readonly Step[] {
  const rows = low.length;
  const worth = new Float64Array(offsets[rows] as number).fill(-1);
  const chosen = new Int8Array(worth.length).fill(-1);
  worth[0] = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = low[row] as number; column <= (high[row] as number); column++) {
      const cell = cellOf(row, column);
      for (let at = 0; at < shapes.length; at++) {
        const { source, target } = shapes[at] as Shape;
        const chance = chances[cell * shapes.length + at] as number;
        if (!(chance >= 0)) continue;
        const before = worth[cellOf(row - source, column - target)] as number;
        if (before < 0) continue;
        const gain = before + chance * (source === 0 || target === 0 ? ALONE : 1);
        if (gain <= (worth[cell] as number)) continue;
        worth[cell] = gain;
        chosen[cell] = at;
      }
    }
  }
  const path: Step[] = [];
  let [row, column] = [rows - 1, high[rows - 1] as number];
  while (row > 0 || column > 0) {
    const cell = cellOf(row, column);
    const shape = chosen[cell] as number;
    const { source, target } = shapes[shape] as Shape;
    [row, column] = [row - source, column - target];
    path.push({ source: row, target: column, shape, chance: chances[cell * shapes.length + shape] as number });
  }
  return path.reverse();
}

/** log(e^a + e^b + …), with what is far below the greatest left out. */
class LogSum {
  private most = Number.NEGATIVE_INFINITY;
  private rest = 0;

  add(value: number): void {
    if (value > this.most) {
      this.rest = this.most === Number.NEGATIVE_INFINITY ? 1 : this.rest * exp(this.most - value) + 1;
      this.most = value;
    } else if (value > Number.NEGATIVE_INFINITY) this.rest += exp(value - this.most);
  }

  get value(): number {
    return this.rest === 0 ? Number.NEGATIVE_INFINITY : this.most + Math.log(this.rest);
  }
}

function exp(value: number): number {
  return value < -40 ? 0 : Math.exp(value);
}
