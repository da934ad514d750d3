import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines } from '../read-back.ts';
import { anyRow, asUtf8, exported, options, readable, row } from '../rows.ts';

const mosesOf = (rows: Parameters<typeof exported>[0], parts = {}) =>
  exported(rows, options({ format: 'moses', ...parts }));

/** A line as it must come back: one space for whatever ends a line or cannot be seen, U+FFFD for half a pair. */
const asLine = (text: string) =>
  [...asUtf8(text.replaceAll('\r\n', '\n'))]
    .map((character) => (character !== '\t' && /[\p{Cc}\u2028\u2029]/u.test(character) ? ' ' : character))
    .join('');

describe('a Moses export', () => {
  it('has as many Persian as English lines, line n the rendering of line n', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 5 }), async (rows) => {
        const { texts } = await mosesOf(rows);
        const pairs = rows.filter(({ fa, en }) => readable(fa) && readable(en));
        expect(splitLines(texts.fa ?? '')).toEqual(pairs.map(({ fa }) => asLine(fa)));
        expect(splitLines(texts.en ?? '')).toEqual(pairs.map(({ en }) => asLine(en)));
      }),
    );
  });

  it('leaves out what has no rendering, and says so', async () => {
    const { texts, report } = await mosesOf([row(), row({ segment: 's2', en: ' \u200c' }), row({ segment: 's3' })]);
    expect(texts.fa).toBe('او می‌رود.\nاو می‌رود.\n');
    expect(report.written).toBe(2);
    expect(report.leftOut).toEqual([
      { rule: 'empty-rendering', count: 1, examples: [{ document: 'd1', segment: 's2', excerpt: 'او می‌رود.' }] },
    ]);
  });

  it('says where it wrote a space for a line break', async () => {
    const { texts, report } = await mosesOf([row({ fa: 'یک\u2028دو', en: 'one\r\ntwo\u000b' })]);
    expect(texts.en).toBe('one two \n');
    const place = { document: 'd1', segment: 's1', excerpt: 'یک\u2028دو' };
    expect(report.changed).toEqual([
      {
        rule: 'line-break',
        count: 3,
        examples: [
          { ...place, side: 'fa', offset: 2, character: 'U+2028' },
          { ...place, side: 'en', offset: 3, character: 'U+000D U+000A' },
          { ...place, side: 'en', offset: 8, character: 'U+000B' },
        ],
      },
    ]);
  });

  it('names its files by the language tags', async () => {
    const { texts } = await mosesOf([row()], { fa: 'fa-IR', en: 'en-US' });
    expect(Object.keys(texts)).toEqual(['fa-IR', 'en-US']);
  });
});
