import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_OF_ONE } from '../../../shared/memory/index/best.ts';
import { MemoryIndex } from '../../../shared/memory/index/memory-index.ts';
import { likenessKey, memoryWords } from '../../../shared/memory/key/key.ts';
import '../../seed.ts';
import { sequence } from '../../alignment/damage.ts';
import { likeTexts, longTexts } from '../units.ts';

/** Word Levenshtein by the whole table. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, word] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      next.push(Math.min((row[j] ?? 0) + (word === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The likenesses of the best by comparing with each, of the same words no more than may be told. */
function bestByForce(
  units: ReadonlyMap<number, string>,
  query: string,
  limit: number,
  least: number,
): readonly number[] {
  const words = memoryWords(query);
  const told = new Map<string, number>();
  return [...units.values()]
    .map((source) => memoryWords(source))
    .filter((own) => own.length > 0 && words.length > 0)
    .map((own) => ({ key: own.join(' '), likeness: 1 - distance(words, own) / Math.max(words.length, own.length) }))
    .filter(({ likeness }) => likeness >= least - 1e-9)
    .sort((a, b) => b.likeness - a.likeness)
    .filter(({ key }) => {
      told.set(key, (told.get(key) ?? 0) + 1);
      return (told.get(key) ?? 0) <= MOST_OF_ONE;
    })
    .map(({ likeness }) => likeness)
    .slice(0, limit);
}

const rounded = (likeness: number) => Math.round(likeness * 1e6);

describe('the index of a memory', () => {
  it('finds what a comparison with each unit finds, whatever was added, changed and taken away, settled or not', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(0.2, 0.5, 0.5, 0.75, 1),
        (seed, count, limit, least) => {
          const next = sequence(seed);
          const index = new MemoryIndex();
          const units = new Map<number, string>();
          for (const [at, text] of likeTexts(count, next).entries()) {
            const number = next() < 0.2 ? Math.floor(next() * (at + 1)) : at;
            units.set(number, text);
            index.put(number, text);
            if (next() < 0.1) {
              const gone = Math.floor(next() * count);
              units.delete(gone);
              index.remove(gone);
            }
            if (next() < 0.01) index.settle();
          }
          const read = next() < 0.5 ? index : new MemoryIndex(index.arrays());
          expect(read.size).toBe(units.size);
          for (const query of likeTexts(6, next)) {
            const { hits, alike } = read.find(query, { limit, least });
            expect(hits.map(({ likeness }) => rounded(likeness))).toEqual(
              bestByForce(units, query, limit, least).map(rounded),
            );
            for (const { number, likeness } of hits) {
              const [a, b] = [memoryWords(query), memoryWords(units.get(number) ?? '')];
              expect(rounded(likeness)).toBe(rounded(1 - distance(a, b) / Math.max(a.length, b.length)));
            }
            const same = [...units]
              .filter(([, text]) => likenessKey(text) === likenessKey(query))
              .map(([number]) => number);
            expect(same.length === 0 || same.some((number) => alike.includes(number))).toBe(true);
            if (same.length <= 24) expect(alike).toEqual(expect.arrayContaining(same));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('finds as exactly among texts of up to some hundreds of words, of which some stand there again and again', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(0.3, 0.5, 0.7),
        (seed, limit, least) => {
          const next = sequence(seed);
          const index = new MemoryIndex();
          const units = new Map(longTexts(25, next).entries());
          for (const [number, text] of units) {
            index.put(number, text);
            if (next() < 0.05) index.settle();
          }
          for (const query of longTexts(4, next, [...units.values()])) {
            expect(index.find(query, { limit, least }).hits.map(({ likeness }) => rounded(likeness))).toEqual(
              bestByForce(units, query, limit, least).map(rounded),
            );
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('tells a unit that stands there 100,000 times a few times, and the others behind it', () => {
    const index = new MemoryIndex();
    for (let at = 0; at < 100_000; at++) index.put(at, 'وزیر نفت روز سه‌شنبه به تهران آمد');
    index.put(100_000, 'وزیر نفت روز دوشنبه به تهران آمد');
    index.settle();
    const { hits } = index.find('وزیر نفت روز سه شنبه به تهران آمد و رفت');
    expect(hits.filter(({ number }) => number < 100_000)).toHaveLength(MOST_OF_ONE);
    expect(hits.map(({ number }) => number)).toContain(100_000);
  });

  it('answers a letter, nothing but punctuation, nothing, and 10,000 words', () => {
    const index = new MemoryIndex();
    const long = Array.from({ length: 12_000 }, (_, at) => `واژه${at % 5000}`).join(' ');
    index.put(0, long);
    index.put(1, 'و');
    index.put(2, '!؟');
    expect(index.find('و').hits).toEqual([{ number: 1, likeness: 1 }]);
    expect(index.find('؟!…')).toEqual({ alike: [], hits: [] });
    expect(index.find('')).toEqual({ alike: [], hits: [] });
    const { hits } = index.find(long.split(' ').slice(1000, 11_000).join(' '));
    expect(hits[0]?.number).toBe(0);
    expect(hits[0]?.likeness).toBeCloseTo(10 / 12, 5);
  });
});
