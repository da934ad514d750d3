import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBack, soundRow } from './reading.ts';
import { asUtf8, exported, options, readable, row } from './rows.ts';

describe('what was written is read back', () => {
  it('from JSON Lines without any loss, and writes the same bytes again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(soundRow, { maxLength: 4 }), fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        const { jsonl = '' } = (await exported(rows, options({ format: 'jsonl' }))).texts;
        const read = await readBack('jsonl', [jsonl], size);
        expect(read.problems).toEqual([]);
        expect(read.rows).toEqual(rows);
        expect((await exported(read.rows, options({ format: 'jsonl' }))).texts.jsonl).toBe(jsonl);
      }),
    );
  });

  it('from TMX, but for what XML has no character for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(soundRow, { maxLength: 4 }), fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        const { tmx = '' } = (await exported(rows, options({ format: 'tmx' }))).texts;
        const read = await readBack('tmx', [tmx], size);
        expect(read.problems).toEqual([]);
        const again = (await exported(read.rows, options({ format: 'tmx' }))).texts.tmx;
        expect(again).toBe(tmx);
        expect(read.rows.map(({ segment, status, origin, version }) => [segment, status, origin, version])).toEqual(
          rows
            .filter(({ fa, en }) => readable(fa) && readable(en))
            .map(({ segment, status, origin, version }) => [segment, status, origin, version]),
        );
      }),
    );
  });

  it.each(['tsv', 'csv'] as const)('from %s, but for mentions, links and how a row was aligned', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(soundRow, { maxLength: 4 }), fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        const text = (await exported(rows, options({ format }))).texts[format] ?? '';
        const read = await readBack(format, [text], size);
        expect(read.problems).toEqual([]);
        const told = rows.filter(({ fa, en }) => `${fa}${en}`.trim() !== '');
        expect(read.rows.map(({ fa, en, from, to, status }) => [fa, en, from, to, status])).toEqual(
          told.map(({ fa, en, from, to, status }) => [asUtf8(fa), asUtf8(en), from, to, status]),
        );
      }),
    );
  });

  it.each(['pharaoh', 'naacl'] as const)('from %s, words and links', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(soundRow, { maxLength: 4 }), async (rows) => {
        const files = Object.values((await exported(rows, options({ format }))).texts);
        const read = await readBack(format, files);
        expect(read.problems).toEqual([]);
        expect(Object.values((await exported(read.rows, options({ format }))).texts)).toEqual(files);
      }),
    );
  });

  it('from a Moses pair, line by line', async () => {
    const rows = [row(), row({ fa: 'دو\u200cباره', en: 'Again\u2028and again' })];
    const { fa = '', en = '' } = (await exported(rows, options({ format: 'moses' }))).texts;
    const read = await readBack('moses', [fa, en]);
    expect(read.rows.map((each) => [each.fa, each.en])).toEqual([
      ['او می‌رود.', 'He goes.'],
      ['دو\u200cباره', 'Again and again'],
    ]);
  });
});
