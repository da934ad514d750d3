import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { sentenceConllToJson } from 'conllup/lib/conll.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import xliff12ToJs, { type Content } from 'xliff/xliff12ToJs';
import { chunksOf } from '../../../shared/formats/conll/tags.ts';
import type { CorpusRow, Side } from '../../../shared/formats/corpus/row.ts';
import { isBlank } from '../../../shared/language/characters/blank.ts';
import { readBack, soundRow } from '../reading.ts';
import { asUtf8, exported, options, readable, row } from '../rows.ts';

const anyRows = fc.uniqueArray(soundRow, { maxLength: 4, selector: ({ segment }) => segment });
/** What is seen: these readers trim lines, and leave out texts of white space. */
const letters = (text: string) => text.replace(/[\p{White_Space}\p{Cf}]/gu, '');
const xmlOnly = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

describe('what Radif writes, read by the parsers of others', () => {
  it.each(['conllu', 'conllu-plus'] as const)(
    'is %s for conllup: the text, its forms and its names, whatever is not seen among them',
    async (format) => {
      // conllup knows the ten columns of CoNLL-U: the four of Plus are put where they stand there.
      const widened = (text: string) =>
        text.replace(/^(\d+\t.*)\t(.*)\t(.*)$/gm, (_, head: string, misc: string, tag: string) => {
          const own = [misc === '_' ? [] : misc, tag === 'O' ? [] : `NER=${tag}`].flat().join('|') || '_';
          return `${head}${'\t_'.repeat(7)}\t${own}`;
        });
      const spaces = (misc: string) =>
        misc.replace(/\\([stp\\])/g, (_, each: string) => ({ s: ' ', t: '\t', p: '|' })[each] ?? each);
      const invisible = ['\u200e', '\u200f', '\u2067', '\u200c', '\ufeff', '\u00ad'];
      const anyOdd = fc.array(
        fc.constantFrom(...invisible, ...invisible, 'سلام', 'a', '|', ' ', '\u00a0', '\t', '_', '#'),
      );
      const oddRows = fc
        .array(
          anyOdd.map((parts) => row({ fa: parts.join(''), en: parts.join('') })),
          { maxLength: 3 },
        )
        .map((rows) => rows.map((each, index) => ({ ...each, segment: `s${index}` })));
      const property = async (rows: readonly CorpusRow[], side: Side) => {
        const text = Object.values((await exported(rows, options({ format, side }))).texts)[0] ?? '';
        const own = await readBack('conllu', [text]);
        expect(own.problems).toEqual([]);
        const sentences = text.split('\n\n').filter((each) => /^1\t/m.test(each));
        expect(sentences).toHaveLength(own.rows.length);
        const oneLine = (written: string) => asUtf8(written).replace(/(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
        expect(own.rows.map((each) => each.fa || each.en)).toEqual(
          rows.map((each) => oneLine(each[side])).filter((written) => !isBlank(written)),
        );
        for (const [index, sentence] of sentences.entries()) {
          const { metaJson, treeJson } = sentenceConllToJson(format === 'conllu' ? sentence : widened(sentence));
          const whole = own.rows[index]?.[side] ?? '';
          const words = Object.values(treeJson.nodesJson);
          expect(words.map(({ ID }) => ID)).toEqual(words.map((_, word) => String(word + 1)));
          // It trims lines, and JavaScript takes U+FEFF for white space, as Unicode does not.
          expect(metaJson.text).toBe(whole.replace(/^\p{White_Space}+|[\s\p{White_Space}]+$/gu, ''));
          const again = words.map(({ FORM, MISC }, word) => {
            expect(FORM).toMatch(/^\P{White_Space}+$/u);
            const isLast = word === words.length - 1;
            const after = spaces(MISC.SpacesAfter ?? '') || (MISC.SpaceAfter === 'No' || isLast ? '' : ' ');
            return spaces(MISC.SpacesBefore ?? '') + FORM + after;
          });
          // A line that ends with another space than U+0020 loses that as well.
          const squashed = (written: string) => written.replace(/\s+/g, ' ').trim();
          expect(squashed(again.join(''))).toBe(squashed(whole));
          const names = chunksOf(words.map(({ MISC }) => MISC.NER ?? 'O'));
          expect(names.map(({ label }) => label)).toEqual(own.rows[index]?.mentions.map(({ label }) => label));
        }
      };
      await fc.assert(fc.asyncProperty(fc.oneof(anyRows, oddRows), fc.constantFrom('fa', 'en'), property));
    },
  );

  it('is XLIFF 1.2 for the package xliff: both texts of each unit, and nothing more', async () => {
    const flat = (content: Content): string =>
      typeof content === 'string'
        ? content
        : content === undefined
          ? ''
          : 'Marker' in content
            ? flat(content.Marker.contents)
            : content.map(flat).join('');
    await fc.assert(
      fc.asyncProperty(anyRows, async (drawn) => {
        const rows = drawn.map((each) => ({ ...each, document: 'd', title: 'Story', version: 1 }));
        const xml = (await exported(rows, options({ format: 'xliff-1.2' }))).texts.xlf ?? '';
        const read = await xliff12ToJs(xml);
        expect([read.sourceLanguage, read.targetLanguage]).toEqual(['fa', 'en']);
        const units = Object.values(read.resources.Story ?? {});
        const texts = units.map(({ source, target, additionalAttributes: { resname } }) => [
          resname,
          letters(flat(source)),
          letters(flat(target)),
        ]);
        expect(texts).toEqual(rows.map(({ segment, fa, en }) => [segment, letters(xmlOnly(fa)), letters(xmlOnly(en))]));
      }),
    );
  });

  it.each(['moses', 'pharaoh', 'naacl'] as const)(
    'has one line a unit for the line reader of Node: %s',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(anyRows, async (rows) => {
          const { texts } = await exported(rows, options({ format }));
          const count = rows.filter(({ fa, en }) => readable(fa) && readable(en)).length;
          for (const [ending, text] of Object.entries(texts)) {
            if (ending === 'wa') continue;
            let lines = 0;
            for await (const _ of createInterface({
              input: Readable.from([text]),
              crlfDelay: Number.POSITIVE_INFINITY,
            }))
              lines += 1;
            expect(lines).toBe(count);
          }
        }),
      );
    },
  );
});
