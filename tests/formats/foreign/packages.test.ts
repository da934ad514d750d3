import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { sentenceConllToJson } from 'conllup/lib/conll.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import xliff12ToJs, { type Content } from 'xliff/xliff12ToJs';
import { chunksOf } from '../../../shared/formats/conll/tags.ts';
import { readBack, soundRow } from '../reading.ts';
import { exported, options, readable } from '../rows.ts';

const anyRows = fc.uniqueArray(soundRow, { maxLength: 4, selector: ({ segment }) => segment });
/** What is seen: these readers trim lines, and leave out texts of white space. */
const letters = (text: string) => text.replace(/[\p{White_Space}\p{Cf}]/gu, '');
const xmlOnly = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

describe('what Radif writes, read by the parsers of others', () => {
  it('is CoNLL-U for conllup: the text, its forms and its names', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.constantFrom('fa', 'en'), async (rows, side) => {
        const text = (await exported(rows, options({ format: 'conllu', side }))).texts.conllu ?? '';
        const own = await readBack('conllu', [text]);
        const sentences = text.split('\n\n').filter((each) => each.trim() !== '');
        expect(sentences).toHaveLength(rows.filter((each) => readable(each[side])).length);
        for (const [index, sentence] of sentences.entries()) {
          const { metaJson, treeJson } = sentenceConllToJson(sentence);
          const row = own.rows[index];
          expect(letters(String(metaJson.text))).toBe(letters(row?.[side] ?? ''));
          const words = Object.values(treeJson.nodesJson);
          expect(words.map(({ ID }) => ID)).toEqual(words.map((_, word) => String(word + 1)));
          expect(letters(words.map(({ FORM }) => FORM).join(''))).toBe(letters(row?.[side] ?? ''));
          const names = chunksOf(words.map(({ MISC }) => MISC.NER ?? 'O'));
          expect(names.map(({ label }) => label)).toEqual(row?.mentions.map(({ label }) => label));
        }
      }),
    );
  });

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
