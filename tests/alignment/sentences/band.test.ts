import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandAround } from '../../../shared/alignment/sentences/band.ts';
import { heaviestChain, type Weighted } from '../../../shared/alignment/sentences/chain.ts';
import { lengthCost } from '../../../shared/alignment/sentences/length.ts';

const places = fc.array(fc.record({ source: fc.nat(12), target: fc.nat(12), weight: fc.integer({ min: 1, max: 9 }) }), {
  maxLength: 9,
});
const total = (chain: readonly Weighted[]) => chain.reduce((sum, { weight }) => sum + weight, 0);
const ascends = (chain: readonly Weighted[]) =>
  chain.every((each, at) => {
    const before = chain[at - 1];
    return before === undefined || (before.source < each.source && before.target < each.target);
  });

/** The weight of the heaviest chain, by trying all. */
function heaviest(all: readonly Weighted[]): number {
  const sorted = all.toSorted((a, b) => a.source - b.source);
  const subsets = Array.from({ length: 2 ** sorted.length }, (_, bits) => sorted.filter((_, at) => (bits >> at) & 1));
  return Math.max(...subsets.filter(ascends).map(total));
}

describe('heaviestChain', () => {
  it('ascends on both sides, and no other chain that does is heavier', () => {
    fc.assert(
      fc.property(places, (all) => {
        const chain = heaviestChain(all, 13);
        expect(ascends(chain)).toBe(true);
        expect(total(chain)).toBe(heaviest(all));
      }),
    );
  });
});

describe('bandAround', () => {
  it('leads from the first cell to the last in rows that ascend and overlap, and holds every anchor', () => {
    const cases = fc
      .tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }))
      .chain(([sources, targets]) =>
        fc.tuple(
          fc.constant(sources),
          fc.constant(targets),
          fc.array(fc.record({ source: fc.nat(sources - 1), target: fc.nat(targets - 1), weight: fc.constant(1) }), {
            maxLength: 20,
          }),
        ),
      );
    fc.assert(
      fc.property(cases, ([sources, targets, all]) => {
        const anchors = heaviestChain(all, targets);
        const { low, high, offsets } = bandAround(sources, targets, anchors);
        expect([low[0], high[sources]]).toEqual([0, targets]);
        for (let row = 0; row <= sources; row++) {
          const [from, to] = [low[row] as number, high[row] as number];
          expect(from).toBeLessThanOrEqual(to);
          expect(to - from + 1).toBe((offsets[row + 1] as number) - (offsets[row] as number));
          if (row === 0) continue;
          expect(from).toBeGreaterThanOrEqual(low[row - 1] as number);
          expect(from).toBeLessThanOrEqual(high[row - 1] as number);
          expect(to).toBeGreaterThanOrEqual(high[row - 1] as number);
        }
        for (const { source, target } of anchors) {
          expect(target).toBeGreaterThanOrEqual(low[source] as number);
          expect(target).toBeLessThanOrEqual(high[source] as number);
        }
      }),
    );
  });

  it('has cells in proportion to the length of the texts', () => {
    const cells = (units: number) =>
      bandAround(units, units, [{ source: units / 2, target: units / 2 }]).offsets.at(-1) ?? 0;
    expect(cells(40_000)).toBeLessThan(cells(20_000) * 2.2);
    expect(cells(50_000)).toBeLessThan(4_000_000);
  });
});

describe('lengthCost', () => {
  it('grows with the difference, up to the most', () => {
    const cost = (source: number, target: number) => lengthCost(source, target, 1, 4, 20);
    expect(cost(0, 0)).toBe(0);
    expect(cost(100, 100)).toBeCloseTo(0, 5);
    expect(cost(100, 110)).toBeLessThan(cost(100, 130));
    expect(cost(100, 10_000)).toBe(20);
    expect(cost(0, 100)).toBe(20);
  });
});
