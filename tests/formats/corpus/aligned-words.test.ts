import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignedWords, wordSpans } from '../../../shared/formats/corpus/aligned-words.ts';
import { anyRow, anyText, row } from '../rows.ts';

/** A link of two ranges of the row that `row` makes. */
const link = (fa: readonly [number, number], en: readonly [number, number], sure = true) => ({
  fa: { from: fa[0], to: fa[1], text: '' },
  en: { from: en[0], to: en[1], text: '' },
  sure,
});

describe('the words of an alignment', () => {
  it('are ranges in order that hold all that can be read, and no white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const spans = wordSpans(text);
        let end = 0;
        for (const { from, to } of spans) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(text.slice(from, to)).toMatch(/^[^\s\p{Cc}\p{Z}]+$/u);
          end = to;
        }
        const read = spans.map(({ from, to }) => text.slice(from, to)).join('');
        expect([...read.matchAll(/[\p{L}\p{N}\p{P}\p{S}]/gu)].length).toBe(
          [...text.matchAll(/[\p{L}\p{N}\p{P}\p{S}]/gu)].length,
        );
      }),
    );
  });

  it('are linked where a link touches them, and nowhere else', () => {
    fc.assert(
      fc.property(anyRow, (one) => {
        const { pairs } = alignedWords(one);
        const [fa, en] = [wordSpans(one.fa), wordSpans(one.en)];
        const touch = (a: { from: number; to: number } | undefined, b: { from: number; to: number }) =>
          a !== undefined && a.from < b.to && b.from < a.to;
        const expected = fa.flatMap((first, i) =>
          en.flatMap((second, j) => {
            const own = one.links.filter((each) => touch(first, each.fa) && touch(second, each.en));
            return own.length > 0 ? [{ fa: i, en: j, sure: own.some(({ sure }) => sure) }] : [];
          }),
        );
        expect(pairs).toEqual(expected);
      }),
    );
  });

  it('part punctuation from words and keep a zero-width non-joiner inside one', () => {
    const one = row({ links: [link([3, 9], [3, 7]), link([0, 2], [0, 2], false)] });
    expect(alignedWords(one)).toEqual({
      fa: ['او', 'می‌رود', '.'],
      en: ['He', 'goes', '.'],
      pairs: [
        { fa: 0, en: 0, sure: false },
        { fa: 1, en: 1, sure: true },
      ],
    });
  });
});
