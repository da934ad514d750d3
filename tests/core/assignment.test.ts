import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestAssignment } from '../../shared/core/assignment.ts';

/** The best total by trying everything. */
function most(worth: readonly (readonly number[])[], taken: ReadonlySet<number> = new Set()): number {
  const [row, ...rest] = worth;
  if (row === undefined) return 0;
  const given = row.flatMap((value, column) =>
    taken.has(column) || value <= 0 ? [] : [value + most(rest, new Set([...taken, column]))],
  );
  return Math.max(most(rest, taken), ...given);
}

describe('an assignment', () => {
  it('has the best total that there is, and gives nothing twice', () => {
    const worth = fc.tuple(fc.nat(5), fc.nat(5)).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: -2, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(worth, (table) => {
        const given = bestAssignment(table);
        const columns = given.filter((column) => column !== null);
        expect(given).toHaveLength(table.length);
        expect(new Set(columns).size).toBe(columns.length);
        const values = given.map((column, row) => (column === null ? 0 : (table[row]?.[column] ?? Number.NaN)));
        expect(values.every((value, row) => given[row] === null || value > 0)).toBe(true);
        expect(values.reduce((sum, value) => sum + value, 0)).toBe(most(table));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives nothing to nobody', () => {
    expect(bestAssignment([])).toEqual([]);
    expect(bestAssignment([[], []])).toEqual([null, null]);
  });
});
