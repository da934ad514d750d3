import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderingHash } from '../../shared/core/rendering-hash.ts';
import {
  type ChangeRule,
  type CorpusRow,
  formats,
  type LossRule,
  oneSidedFormats,
  type Side,
} from '../../shared/formats/corpus/row.ts';
import { readableAs, readBack, soundRow } from './reading.ts';
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

  const bothWays = formats.flatMap((format) => {
    const from = readableAs(format);
    return from === null ? [] : [[format, from] as const];
  });

  it.each(bothWays)('from %s with the same text and names, or the report says what was lost', async (format, from) => {
    const anySide = fc.constantFrom<Side>(
      ...(oneSidedFormats.has(format) ? (['fa', 'en'] as const) : (['fa'] as const)),
    );
    await fc.assert(
      fc.asyncProperty(soundRow, anySide, async (drawn, side) => {
        const { texts, report } = await exported([drawn], options({ format, side }));
        const read = await readBack(from, Object.values(texts), 4096, `statements.${side}`);
        expect(read.problems).toEqual([]);
        const [found] = read.rows;
        // No label of Radif has controls, and XML holds none.
        const plain = (label: string) => asUtf8(label).replace(/[\p{Cc}\ufffd-\uffff]/gu, '');
        if (found === undefined) return;
        const told = new Set([...report.lost, ...report.changed].map(({ rule }) => rule));
        const isTold = (...rules: (LossRule | ChangeRule)[]) => rules.some((rule) => told.has(rule));
        if (!isTold('status')) expect(found.status).toBe(drawn.status);
        for (const each of oneSidedFormats.has(format) ? [side] : (['fa', 'en'] as const)) {
          const isText = found[each] === drawn[each];
          if (!isText)
            expect([...told]).toSatisfy(() =>
              isTold('spacing', 'line-break', 'lone-surrogate', 'xml-character', 'xml-in-place'),
            );
          if (!isText || isTold('mention', 'crossing-mention', 'moved-mention', 'label')) continue;
          const entityOf = (entity: string | null) => (isTold('entity') ? null : entity);
          const names = ({ mentions }: CorpusRow) =>
            mentions
              .flatMap(({ [each]: at, label, entity }) =>
                at && at.from < at.to ? [`${at.from}-${at.to} ${plain(label)} ${entityOf(entity)}`] : [],
              )
              .sort();
          expect(names(found)).toEqual(names(drawn));
        }
      }),
    );
  });
});
