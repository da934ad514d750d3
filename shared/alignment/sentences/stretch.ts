import { OverlapFinder } from '../evidence/overlap.ts';
import type { Partners } from '../evidence/partners.ts';
import { anchorsOf } from './anchors.ts';
import { type Band, bandAround } from './band.ts';
import type { ScoredBead } from './bead.ts';
import { BeadCosts, type JudgedSide } from './bead-cost.ts';
import { bestPath, type Watch } from './lattice.ts';
import type { Shape, Weights } from './weights.ts';

/** Units between two fixed beads, by number. Numbers that do not follow on each other are of units that a fixed bead
 *  has taken out, and no bead reaches over such a place. */
export interface Stretch {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** Two sides, as they are aligned. */
export interface Judged {
  readonly source: MarkedSide;
  readonly target: MarkedSide;
  readonly partners: Partners;
  /** How much the ends of paragraphs count; `null` for not at all. */
  readonly keep: 'hard' | 'soft' | null;
  readonly weights: Weights;
}

interface MarkedSide extends JudgedSide {
  /** See `beginnings`. */
  readonly beginnings: Uint8Array;
}

/** The beads of a stretch, or `null` when `watch` said no. */
export function alignStretch({ source, target }: Stretch, judged: Judged, watch: Watch): readonly ScoredBead[] | null {
  const { partners, weights } = judged;
  const { shapes } = weights;
  const band = bandAround(source.length, target.length, anchorsOf(partners, source, target));
  const rows = pairRows(band, Math.max(...shapes.map((shape) => shape.source)));
  const finder = new OverlapFinder(partners, { persian: judged.source.weighed, english: judged.target.weighed });
  const starts = new Int32Array((rows.offsets[source.length] as number) + 1);
  for (const [row, unit] of source.entries()) {
    if (row % 64 === 0 && !watch((0.2 * row) / source.length)) return null;
    finder.begin(unit);
    for (let column = rows.low[row] as number; column <= (rows.high[row] as number); column++) {
      const pair = (rows.offsets[row] as number) + column - (rows.low[row] as number);
      finder.add(target[column] as number);
      starts[pair + 1] = finder.size;
    }
  }
  const [placeOfSource, placeOfTarget] = [placesOf(source), placesOf(target)];
  const costs = new BeadCosts(
    judged.source,
    judged.target,
    finder.overlaps(starts),
    (i, j) => {
      const [row, column] = [placeOfSource(i), placeOfTarget(j)];
      if (column < (rows.low[row] as number) || column > (rows.high[row] as number)) return -1;
      return (rows.offsets[row] as number) + column - (rows.low[row] as number);
    },
    weights,
  );
  const steps = bestPath({
    band,
    shapes,
    temperature: weights.temperature,
    watch: (share) => watch(0.2 + share * 0.8),
    cost: (row, column, at) => {
      const shape = shapes[at] as Shape;
      if (!follows(source, row, shape.source) || !follows(target, column, shape.target))
        return Number.POSITIVE_INFINITY;
      const [firstSource, firstTarget] = [source[row] ?? 0, target[column] ?? 0];
      const passed = judged.keep === null ? 0 : paragraphCost(judged, firstSource, firstTarget, shape);
      return passed === Number.POSITIVE_INFINITY ? passed : passed + costs.of(firstSource, firstTarget, shape);
    },
  });
  return (
    steps?.map((step) => {
      const shape = shapes[step.shape] as Shape;
      return {
        source: source.slice(step.source, step.source + shape.source),
        target: target.slice(step.target, step.target + shape.target),
        score: step.chance,
        fixed: false,
      };
    }) ?? null
  );
}

/** What a bead costs by the paragraphs that it reaches over, and by those that begin on one side of it only. */
function paragraphCost({ source, target, keep, weights }: Judged, first: number, other: number, shape: Shape): number {
  const inside = (beginnings: Uint8Array, from: number, count: number) => {
    let passed = 0;
    for (let unit = from + 1; unit < from + count; unit++) passed += beginnings[unit] ?? 0;
    return passed;
  };
  const passed = inside(source.beginnings, first, shape.source) + inside(target.beginnings, other, shape.target);
  if (passed > 0 && keep === 'hard') return Number.POSITIVE_INFINITY;
  const isJoined = shape.source > 0 && shape.target > 0;
  const oneSided = isJoined && source.beginnings[first] !== target.beginnings[other] ? 1 : 0;
  return weights.paragraph * (passed + oneSided);
}

/** The pairs of units that beads of the band may hold. */
function pairRows({ low, high }: Band, reach: number): Band {
  const rows = low.length - 1;
  const first = Int32Array.from({ length: rows }, (_, row) => low[Math.max(0, row - reach + 1)] as number);
  const last = Int32Array.from({ length: rows }, (_, row) => (high[Math.min(rows, row + reach)] as number) - 1);
  const offsets = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    offsets[row + 1] = (offsets[row] as number) + Math.max(0, (last[row] as number) - (first[row] as number) + 1);
  }
  return { low: first, high: last, offsets };
}

function follows(units: readonly number[], first: number, count: number): boolean {
  return count < 2 || (units[first + count - 1] as number) - (units[first] as number) === count - 1;
}

/** Where a unit stands in the list. */
function placesOf(units: readonly number[]): (unit: number) => number {
  const [first = 0, last = 0] = [units[0], units.at(-1)];
  if (last - first === units.length - 1) return (unit) => unit - first;
  const places = new Map(units.map((unit, place) => [unit, place]));
  return (unit) => places.get(unit) as number;
}
