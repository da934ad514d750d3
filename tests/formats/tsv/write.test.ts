import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTsv } from '../read-back.ts';
import { anyRow, asUtf8, exported, options, row } from '../rows.ts';

const tsvOf = async (rows: Parameters<typeof exported>[0], parts = {}) =>
  (await exported(rows, options({ format: 'tsv', ...parts }))).texts.tsv ?? '';

describe('a TSV export', () => {
  it('gives back every row as it was, but for its mentions and halves of surrogate pairs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 5 }), async (rows) => {
        const expected = rows.map(
          ({ mentions: _m, links: _links, alignment: _a, leftOut: _l, remarks: _r, status, ...rest }) =>
            Object.fromEntries(
              Object.entries({ ...rest, state: status }).map(([name, value]) => [name, asUtf8(String(value ?? ''))]),
            ),
        );
        expect(readTsv(await tsvOf(rows))).toEqual(expected);
      }),
    );
  });

  it('has one line a row under a header', async () => {
    const text = await tsvOf([row({ fa: 'یک\nدو', en: 'one\ttwo\\n\r' })]);
    expect(text).toBe(
      'document\ttitle\tversion\tsegment\tparagraph\tstatement\tkind\tfa\ten\tstate\torigin\tfrom\tto\n' +
        'd1\tStatements\t7\ts1\t0\t0\tsentence\tیک\\nدو\tone\\ttwo\\\\n\\r\ttranslated\ttyped\t0\t10\n',
    );
  });

  it('keeps rows without a rendering: the columns say that there is none', async () => {
    const [only] = readTsv(await tsvOf([row({ en: '', status: 'initial', origin: null })]));
    expect(only).toMatchObject({ en: '', state: 'initial', origin: '' });
  });

  it('has quotation marks as they stand, also one alone at the beginning of a cell, and reads them back so', async () => {
    const texts = ['"Quoted" at first', '"', 'a 6" pipe', '""'];
    const written = await tsvOf(texts.map((en) => row({ en })));
    expect(
      written
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split('\t')[8]),
    ).toEqual(texts);
    expect(readTsv(written).map(({ en }) => en)).toEqual(texts);
  });

  it('leaves a text alone that a spreadsheet would take for a formula', async () => {
    expect(await tsvOf([row({ en: '=1+1' })])).toContain('\t=1+1\t');
  });

  it('begins with a byte order mark only when asked for', async () => {
    expect((await tsvOf([row()])).startsWith('document')).toBe(true);
    expect((await tsvOf([row()], { bom: true })).startsWith('\ufeffdocument')).toBe(true);
  });
});

describe('a CSV export', () => {
  const csvOf = async (rows: Parameters<typeof exported>[0], parts = {}) =>
    (await exported(rows, options({ format: 'csv', ...parts }))).texts.csv ?? '';

  it('quotes what a reader would take for more, and nothing else', async () => {
    const text = await csvOf([row({ fa: 'گفت: "نه"، و رفت.', en: 'He said "no", and left\n' }), row({ en: ' =1+1' })]);
    expect(text).toBe(
      'document,title,version,segment,paragraph,statement,kind,fa,en,state,origin,from,to\r\n' +
        'd1,Statements,7,s1,0,0,sentence,"گفت: ""نه""، و رفت.","He said ""no"", and left\n",translated,typed,0,10\r\n' +
        'd1,Statements,7,s1,0,0,sentence,او می‌رود.," =1+1",translated,typed,0,10\r\n',
    );
  });

  it('is read by csv-parse to the same cells, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 4 }), async (rows) => {
        const [head, ...cells] = parse(await csvOf(rows));
        expect(head).toHaveLength(13);
        const place = (name: string) => head?.indexOf(name) ?? -1;
        const told = cells.map((each) => ['fa', 'en'].map((name) => each[place(name)] ?? ''));
        expect(told).toEqual(rows.map(({ fa, en }) => [fa, en].map(asUtf8)));
      }),
    );
  });

  it('begins with a byte order mark only when asked for', async () => {
    expect((await csvOf([row()])).startsWith('document')).toBe(true);
    expect((await csvOf([row()], { bom: true })).startsWith('\ufeffdocument')).toBe(true);
  });
});
