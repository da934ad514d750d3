import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonSubsequence } from '../../../shared/language/words/common-subsequence.ts';

/** The length of a longest common subsequence, by the table that every textbook has. */
function longest(before: readonly string[], after: readonly string[]): number {
  let row = new Array<number>(after.length + 1).fill(0);
  for (const item of before) {
    const next = [0];
    after.forEach((other, j) => {
      next.push(item === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    });
    row = next;
  }
  return row[after.length] ?? 0;
}

const sequence = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });

describe('the common subsequence of two sequences', () => {
  it('matches what is equal, in the order of both, and is as long as one can be', () => {
    fc.assert(
      fc.property(sequence, sequence, (before, after) => {
        const matches = commonSubsequence(before, after);
        let [x, y] = [-1, -1];
        for (const [i, j] of matches) {
          expect(before[i]).toBe(after[j]);
          expect(i).toBeGreaterThan(x);
          expect(j).toBeGreaterThan(y);
          [x, y] = [i, j];
        }
        expect(matches).toHaveLength(longest(before, after));
      }),
      { numRuns: 1000 },
    );
  });

  it('matches nothing when nothing is there', () => {
    expect(commonSubsequence([], ['a'])).toEqual([]);
    expect(commonSubsequence(['a'], [])).toEqual([]);
  });

  it('keeps order and finds what is left alone in sequences that differ nearly everywhere', () => {
    const before = Array.from({ length: 6000 }, (_, i) => (i % 10 === 0 ? `kept ${i}` : `old ${i}`));
    const after = Array.from({ length: 6000 }, (_, i) => (i % 10 === 0 ? `kept ${i}` : `new ${i}`));
    const matches = commonSubsequence(before, after);
    expect(matches.every(([i, j]) => before[i] === after[j])).toBe(true);
    expect(matches.every(([i], at) => at === 0 || i > (matches[at - 1]?.[0] ?? 0))).toBe(true);
    expect(matches.length).toBeGreaterThan(500);
  });
});
