import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignedWords } from '../../../shared/formats/corpus/aligned-words.ts';
import type { CorpusRow } from '../../../shared/formats/corpus/row.ts';
import { splitLines } from '../read-back.ts';
import { anyRow, asUtf8, exported, options, readable, row } from '../rows.ts';

const pharaohOf = (rows: Parameters<typeof exported>[0], parts = {}) =>
  exported(rows, options({ format: 'pharaoh', ...parts }));
/** A row with halves of surrogate pairs as the files have them. */
const asWritten = (one: CorpusRow) => ({ ...one, fa: asUtf8(one.fa), en: asUtf8(one.en) });
const links = [
  { fa: { from: 0, to: 2, text: 'او' }, en: { from: 0, to: 2, text: 'He' }, sure: true },
  { fa: { from: 3, to: 9, text: 'می‌رود' }, en: { from: 3, to: 7, text: 'goes' }, sure: false },
];

describe('a Pharaoh export', () => {
  it('has the words of both sides, and their links counted from 0', async () => {
    const { texts } = await pharaohOf([row({ links }), row({ segment: 's2' })]);
    expect(texts).toEqual({
      fa: 'او می‌رود .\nاو می‌رود .\n',
      en: 'He goes .\nHe goes .\n',
      align: '0-0 1-1\n\n',
    });
  });

  it('has three files of as many lines, whose places are words of their lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 5 }), async (rows) => {
        const { texts } = await pharaohOf(rows);
        const kept = rows.filter(({ fa, en }) => readable(fa) && readable(en));
        const [fa, en, align] = [splitLines(texts.fa ?? ''), splitLines(texts.en ?? ''), splitLines(texts.align ?? '')];
        expect([fa.length, en.length, align.length]).toEqual([kept.length, kept.length, kept.length]);
        for (const [index, one] of kept.entries()) {
          const words = (line: string | undefined) => (line === '' ? [] : (line ?? '').split(' '));
          for (const pair of words(align[index])) {
            const [, i, j] = /^(\d+)-(\d+)$/.exec(pair) ?? [];
            expect(words(fa[index])[Number(i)]).toBeDefined();
            expect(words(en[index])[Number(j)]).toBeDefined();
          }
          expect(words(align[index])).toHaveLength(alignedWords(asWritten(one)).pairs.length);
          expect(words(fa[index])).toEqual(alignedWords(asWritten(one)).fa);
        }
      }),
    );
  });

  it('leaves out what has no rendering, and says so', async () => {
    const { texts, report } = await pharaohOf([row({ en: '' }), row({ links })]);
    expect(texts.align).toBe('0-0 1-1\n');
    expect(report.leftOut).toMatchObject([{ rule: 'empty-rendering', count: 1 }]);
  });
});
