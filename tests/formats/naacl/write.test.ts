import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignedWords } from '../../../shared/formats/corpus/aligned-words.ts';
import type { CorpusRow } from '../../../shared/formats/corpus/row.ts';
import { splitLines } from '../read-back.ts';
import { anyRow, asUtf8, exported, options, readable, row } from '../rows.ts';

const naaclOf = (rows: Parameters<typeof exported>[0], parts = {}) =>
  exported(rows, options({ format: 'naacl', ...parts }));
/** A row with halves of surrogate pairs as the files have them. */
const asWritten = (one: CorpusRow) => ({ ...one, fa: asUtf8(one.fa), en: asUtf8(one.en) });
const links = [
  { fa: { from: 0, to: 2, text: 'او' }, en: { from: 0, to: 2, text: 'He' }, sure: true },
  { fa: { from: 3, to: 9, text: 'می‌رود' }, en: { from: 3, to: 7, text: 'goes' }, sure: false },
];

describe('a NAACL export', () => {
  it('numbers sentences and words from 1, those that are left out not among them, and tells sure from possible', async () => {
    const { texts } = await naaclOf([row({ en: '' }), row({ segment: 's2' }), row({ segment: 's3', links })]);
    expect(texts).toEqual({
      fa: '<s snum=0001> او می‌رود . </s>\n<s snum=0002> او می‌رود . </s>\n',
      en: '<s snum=0001> He goes . </s>\n<s snum=0002> He goes . </s>\n',
      wa: '0002 1 1 S\n0002 2 2 P\n',
    });
  });

  it('has each link of each row once, as numbers of words that are there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 5 }), async (rows) => {
        const { texts } = await naaclOf(rows);
        const kept = rows
          .filter(({ fa, en }) => readable(fa) && readable(en))
          .map((one) => alignedWords(asWritten(one)));
        const expected = kept.flatMap(({ pairs }, index) =>
          pairs.map(({ fa, en, sure }) => [index + 1, fa + 1, en + 1, sure ? 'S' : 'P']),
        );
        const read = splitLines(texts.wa ?? '').map((line) => {
          const [sentence, fa, en, kind] = line.split(' ');
          return [Number(sentence), Number(fa), Number(en), kind];
        });
        expect(read).toEqual(expected);
      }),
    );
  });
});
