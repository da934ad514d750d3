import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Format, formats, oneSidedFormats } from '../../shared/formats/corpus/row.ts';
import { factNamed } from '../../shared/formats/facts/facts.ts';
import { standing } from '../../shared/formats/facts/standing.ts';
import { readableAs, readBack } from './reading.ts';
import { anyText, exported, options, row } from './rows.ts';

const names = ['title', 'document-id', 'segment-id'] as const;
type Name = (typeof names)[number];

/** What a format has no place for; of every other name of a document and of a segment, each file of rows has it. */
const lacks: Partial<Record<Format, readonly Name[]>> = {
  moses: names,
  pharaoh: names,
  naacl: names,
  // A document is known by the name of its file.
  brat: names,
  conll: ['segment-id'],
  'conll-iob1': ['segment-id'],
  'conll-iobes': ['segment-id'],
  // What a client is handed.
  'docx-english': ['document-id', 'segment-id'],
  markdown: ['document-id', 'segment-id'],
  text: ['document-id', 'segment-id'],
};

const rows = [
  row({ document: 'u:1', title: 'بیانیهٔ ۱ of 1401', segment: 'a:1' }),
  row({ document: 'u:1', title: 'بیانیهٔ ۱ of 1401', segment: 'a:2', fa: 'دوم.', en: 'Second.' }),
  row({ document: 'u2', title: 'Statements 100%', segment: 'b1', fa: 'سوم.', en: 'Third.' }),
];
const saidOf: Readonly<Record<Name, (each: (typeof rows)[number]) => string>> = {
  title: ({ title }) => title,
  'document-id': ({ document }) => document,
  'segment-id': ({ segment }) => segment,
};

/** What is left of a name in every format: those of one line have a space for a break, XML has no controls at all. */
const letters = (text: string) => text.replace(/[\s\p{C}\p{Z}\ufffd\ufffe\uffff]/gu, '');
const anyName = fc
  .array(fc.oneof(anyText, fc.constantFrom('%', '%20', '%3A', ':', '|', '=', 'fa:', '# title = ', '../', '\\')), {
    maxLength: 3,
  })
  .map((parts) => `${parts.join('')}x`);

describe.each(formats)('the names of documents and segments in %s', (format) => {
  const lost = lacks[format] ?? [];
  const held = names.filter((name) => !lost.includes(name));
  const files = async (side: 'fa' | 'en') => exported(rows, options({ format, side }));
  const sides = oneSidedFormats.has(format) ? (['fa', 'en'] as const) : (['fa'] as const);

  it('are in the file, or told as a loss by its facts and by the report of an export', async () => {
    const fact = factNamed(format);
    const unheld = fact ? standing(fact).unheld : [];
    expect(names.filter((name) => unheld.some((rule) => rule === name))).toEqual(lost);
    for (const side of sides) {
      const { texts, report } = await files(side);
      expect(names.filter((name) => report.lost.some(({ rule }) => rule === name))).toEqual(lost);
      // Signs that mean something to a format are escaped there: what is said once more in letters alone, is.
      const written = Object.values(texts).join('\n').replaceAll('%20', ' ').replaceAll('%25', '%');
      for (const name of held) for (const each of rows) expect(written).toContain(saidOf[name](each));
    }
  });

  const from = readableAs(format);
  it.skipIf(from === null)('come back', async () => {
    for (const side of sides) {
      const { texts } = await files(side);
      const read = await readBack(from ?? 'jsonl', Object.values(texts));
      expect(read.problems).toEqual([]);
      for (const name of held) expect(read.rows.map(saidOf[name])).toEqual(rows.map(saidOf[name]));
    }
  });

  it.skipIf(from === null)('come back whatever characters they have', async () => {
    const anyNames = fc.record({ title: anyName, document: anyName, segment: anyName });
    await fc.assert(
      fc.asyncProperty(anyNames, fc.constantFrom(...sides), async (own, side) => {
        const { texts } = await exported([row(own)], options({ format, side }));
        const read = await readBack(from ?? 'jsonl', Object.values(texts));
        expect(read.problems).toEqual([]);
        for (const name of held) {
          expect(read.rows.map(saidOf[name]).map(letters)).toEqual([letters(saidOf[name](row(own)))]);
        }
      }),
    );
  });
});
