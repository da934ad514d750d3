import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderingHash } from '../../shared/core/rendering-hash.ts';
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

  it.each(['jsonl', 'tmx', 'xliff-2.2', 'xliff-2.1', 'xliff-1.2'] as const)(
    'from %s with what a rendering was taken from',
    async (format) => {
      const at = Date.UTC(2026, 10, 26);
      const match = { score: 98, from: 'M & <N>', at, print: renderingHash('He goes.') };
      const machine = { score: null, from: 'llama', at, print: renderingHash('He went.') };
      const rows = [
        row({ segment: 's1', origin: 'memory', taken: match }),
        row({ segment: 's2', origin: 'machine', taken: machine }),
        row({ segment: 's3' }),
      ];
      const texts = Object.values((await exported(rows, options({ format }))).texts);
      const read = await readBack(format, texts);
      expect(read.problems).toEqual([]);
      expect(read.rows.map(({ taken }) => taken)).toEqual([match, machine, undefined]);
      if (format !== 'xliff-1.2') return;
      // Only what still reads as it came is said to be a match.
      expect(texts.join('').match(/state-qualifier="[a-z-]+"/g)).toEqual(['state-qualifier="fuzzy-match"']);
    },
  );

  it('from JSON Lines without what no rendering can have been taken from', async () => {
    const told = (taken: object) => `${JSON.stringify({ fa: 'او', en: 'He', taken })}\n`;
    const sound = { score: 98, from: 'M', at: 5, print: '2-aa' };
    const broken = [
      { ...sound, score: 180 },
      { ...sound, print: '' },
      { ...sound, at: -1 },
      { ...sound, at: 8.7e15 },
      {},
    ].map(told);
    const read = await readBack('jsonl', [told(sound) + broken.join('')]);
    expect(read.rows.map(({ taken }) => taken)).toEqual([sound, ...Array(5).fill(undefined)]);
  });
});
