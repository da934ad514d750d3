import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines } from './read-back.ts';
import { anyRow, exported, options, row } from './rows.ts';

const jsonlOf = async (rows: Parameters<typeof exported>[0]) =>
  (await exported(rows, options({ format: 'jsonl' }))).texts.jsonl ?? '';

describe('a JSON Lines export', () => {
  it('gives back every row exactly, also where a reader splits lines at U+2028', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 5 }), async (rows) => {
        const text = await jsonlOf(rows);
        expect(text === '' || text.endsWith('\n')).toBe(true);
        const expected = rows.map(({ title: _, status, ...rest }) => ({ ...rest, state: status }));
        expect(splitLines(text).map((line) => JSON.parse(line))).toEqual(expected);
      }),
    );
  });

  it('names the fields in one order', async () => {
    expect(await jsonlOf([row({ kind: 'lead', status: 'initial', origin: null, en: '' })])).toBe(
      '{"document":"d1","version":7,"segment":"s1","paragraph":0,"statement":0,"kind":"lead",' +
        '"fa":"او می‌رود.","en":"","state":"initial","origin":null,"from":0,"to":10}\n',
    );
  });
});
