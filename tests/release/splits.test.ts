import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dividable, divide, type Split, splits } from '../../shared/release/splits.ts';

const shares = { train: 80, dev: 10, test: 10 };
const documents = (count: number, segments = 100): readonly Dividable[] =>
  Array.from({ length: count }, (_, index) => ({ id: `d${index}`, segments }));

function sizes(all: readonly Dividable[], found: ReadonlyMap<string, Split>): Record<Split, number> {
  const sums: Record<Split, number> = { train: 0, dev: 0, test: 0 };
  for (const { id, segments } of all) sums[found.get(id) ?? 'train'] += segments;
  return sums;
}

describe('documents divided into splits', () => {
  it('come near the shares, whole', () => {
    const all = documents(100);
    const found = divide(all, shares, 'a');
    expect(found.size).toBe(100);
    const { train, dev, test } = sizes(all, found);
    expect([train, dev, test]).toEqual([8000, 1000, 1000]);
  });

  it('are divided by the seed alone, whatever order they come in', () => {
    const all = documents(40);
    const found = divide(all, shares, 'a');
    expect(divide([...all].reverse(), shares, 'a')).toEqual(new Map([...found]));
    expect([...divide(all, shares, 'b')].sort()).not.toEqual([...found].sort());
  });

  it('leave no split empty that has a share, as long as there are documents enough', () => {
    expect(new Set(divide(documents(3), shares, '1').values())).toEqual(new Set(splits));
    expect(new Set(divide(documents(2), shares, '1').values())).toEqual(new Set(['train', 'test']));
    expect([...divide(documents(1), shares, '1').values()]).toEqual(['train']);
    expect([...divide([], shares, '1')]).toEqual([]);
    expect(new Set(divide(documents(5), { train: 1, dev: 0, test: 1 }, '1').values())).toEqual(
      new Set(['train', 'test']),
    );
  });

  it('fill every split with those that bring something, before those that bring nothing', () => {
    for (const seed of ['1', '2', '3', '4']) {
      const all = [...documents(3), { id: 'empty 1', segments: 0 }, { id: 'empty 2', segments: 0 }];
      expect(Object.values(sizes(all, divide(all, shares, seed)))).toEqual([100, 100, 100]);
    }
    const one = [{ id: 'empty', segments: 0 }, ...documents(1)];
    expect(divide(one, shares, '1').get('d0')).toBe('train');
    expect([...divide([{ id: 'empty', segments: 0 }], shares, '1').values()]).toEqual(['train']);
  });

  it('stay where the release before had them', () => {
    const before = divide(documents(10), shares, 'a');
    const more = [
      ...documents(10).map((each) => ({ ...each, before: before.get(each.id) })),
      { id: 'new', segments: 500 },
    ];
    const after = divide(more, shares, 'another');
    for (const [id, split] of before) expect(after.get(id)).toBe(split);
    expect(after.has('new')).toBe(true);
  });

  it('are each in one split with a share, and no split is off by more than the largest document', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 60 }),
        fc.record({
          train: fc.integer({ min: 1, max: 90 }),
          dev: fc.integer({ min: 0, max: 30 }),
          test: fc.integer({ min: 0, max: 30 }),
        }),
        fc.string(),
        (lengths, wanted, seed) => {
          const all = lengths.map((segments, index) => ({ id: `d${index}`, segments }));
          const found = divide(all, wanted, seed);
          const whole = lengths.reduce((sum, length) => sum + length, 0);
          const largest = Math.max(...lengths);
          const sums = sizes(all, found);
          const parts = wanted.train + wanted.dev + wanted.test;
          for (const split of splits) {
            if (wanted[split] === 0) expect(sums[split]).toBe(0);
            // A split that would be empty is given its first document whatever its share is.
            expect(sums[split]).toBeLessThanOrEqual((whole * wanted[split]) / parts + largest);
          }
        },
      ),
    );
  });
});
