import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryIndex } from '../../../shared/memory/index/memory-index.ts';
import { memoryWordPlaces, memoryWords } from '../../../shared/memory/key/key.ts';
import { sequence } from '../../alignment/damage.ts';
import '../../seed.ts';
import { likeTexts } from '../units.ts';

/** The longest run of a query's words that stands in some unit. */
function longestByForce(units: ReadonlyMap<number, string>, query: string): number {
  const words = memoryWords(query);
  const texts = [...units.values()].map((text) => ` ${memoryWords(text).join(' ')} `);
  for (let length = words.length; length >= 2; length--) {
    for (let first = 0; first + length <= words.length; first++) {
      const run = ` ${words.slice(first, first + length).join(' ')} `;
      if (texts.some((text) => text.includes(run))) return length;
    }
  }
  return 0;
}

describe('the fragments of a text', () => {
  it('are in units word by word, apart from each other, and the longest there is is among them', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 80 }), (seed, count) => {
        const next = sequence(seed);
        const index = new MemoryIndex();
        const units = new Map(likeTexts(count, next).entries());
        for (const [number, text] of units) {
          index.put(number, text);
          if (next() < 0.05) index.settle();
        }
        index.remove(0);
        units.delete(0);
        for (const query of likeTexts(5, next)) {
          const words = memoryWords(query);
          const runs = index.fragments(query);
          expect(Math.max(0, ...runs.map(({ length }) => length))).toBe(longestByForce(units, query));
          let end = 0;
          for (const { first, length, number } of runs) {
            expect(first).toBeGreaterThanOrEqual(end);
            end = first + length;
            const run = ` ${words.slice(first, end).join(' ')} `;
            expect(` ${memoryWords(units.get(number) ?? '').join(' ')} `).toContain(run);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('stand where their words do', () => {
    const text = 'در «سه‌شنبه»، ۱۲٬۵۰۰ نفر آمدند.';
    const places = memoryWordPlaces(text);
    expect(places).toHaveLength(memoryWords(text).length);
    expect(places.map(({ from, to }) => text.slice(from, to))).toEqual(['در', 'سه‌شنبه', '۱۲٬۵۰۰', 'نفر', 'آمدند']);
  });
});
