import fc from 'fast-check';
import { alignmentStates } from '../../shared/core/alignment.ts';
import { kinds } from '../../shared/core/outline.ts';
import { origins, statuses } from '../../shared/core/status.ts';
import type { CorpusLink, CorpusMention, CorpusRow, ExportOptions } from '../../shared/formats/corpus/row.ts';
import { exportCorpus, type Rows } from '../../shared/formats/export.ts';

/** A row that any format takes, but for what the test is about. */
export function row(parts: Partial<CorpusRow> = {}): CorpusRow {
  return {
    document: 'd1',
    title: 'Statements',
    version: 7,
    segment: 's1',
    paragraph: 0,
    statement: 0,
    kind: 'sentence',
    fa: 'او می‌رود.',
    en: 'He goes.',
    status: 'translated',
    origin: 'typed',
    alignment: null,
    leftOut: false,
    from: 0,
    to: 10,
    mentions: [],
    links: [],
    remarks: [],
    ...parts,
  };
}

/** Options that take every state, but for what the test is about. */
export function options(parts: Partial<ExportOptions>): ExportOptions {
  return { format: 'tmx', states: statuses, fa: 'fa', en: 'en', ...parts };
}

/** The whole of an export in memory: its files by their endings, as bytes say it. */
export async function exported(rows: Rows, chosen: ExportOptions) {
  const { files, chunks, report } = exportCorpus(rows, chosen);
  const texts = files.map(() => '');
  for await (const { file, text } of chunks) texts[file] += Buffer.from(text).toString();
  return { texts: Object.fromEntries(files.map(({ ending }, file) => [ending, texts[file] ?? ''])), report: report() };
}

/** What has broken an export somewhere, once: invisible marks, controls, halves of pairs, markup, escapes, line breaks. */
const troublemakers = [
  ...['می‌رود', 'سلام', 'The Majles met', '۱۲٫۵', '😀', '𐎠', 'e\u0301', '=1+1', '-', '@'],
  ...['\u200c', '\u200d', '\u200e', '\u200f', '\u202b', '\u2066', '\u00a0', '\ufeff', ' ', '  '],
  ...['\0', '\u0007', '\u001b', '\u001d', '\u007f', '\u0080', '\ufffe', '\uffff', '\ud800', '\udc00', '\udfff\ud800'],
  ...['&', '<', '>', '"', "'", ']]>', '&amp;', '<seg>', '&#13;', '\\', '\\n', '\\t', '\\\\'],
  ...['\t', '\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'],
];

/** Any string at all, with troublemakers far above their share. */
export const anyText = fc
  .array(fc.oneof(fc.constantFrom(...troublemakers), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

const anyRange = fc.option(fc.record({ from: fc.nat(), to: fc.nat(), text: anyText }));

const anyParts = fc.array(fc.record({ segment: fc.uuid(), from: fc.nat(), to: fc.nat(), text: anyText }), {
  minLength: 2,
  maxLength: 3,
});

const anyMention: fc.Arbitrary<CorpusMention> = fc
  .record({
    id: fc.uuid(),
    label: anyText,
    entity: fc.option(fc.uuid()),
    entityName: fc.option(fc.record({ fa: anyText, en: anyText })),
    fa: anyRange,
    en: anyRange,
  })
  .chain((mention) =>
    fc.option(anyParts, { nil: undefined }).map((parts) => (parts ? { ...mention, parts } : mention)),
  );

const anyMark = fc.record({ from: fc.nat({ max: 30 }), to: fc.nat({ max: 30 }), text: anyText });
const anyLink: fc.Arbitrary<CorpusLink> = fc.record({ fa: anyMark, en: anyMark, sure: fc.boolean() });

export const anyRow: fc.Arbitrary<CorpusRow> = fc.record({
  document: fc.oneof(fc.uuid(), fc.constant('"d" & <e>\t\n\r')),
  title: anyText,
  version: fc.nat(),
  segment: fc.uuid(),
  paragraph: fc.nat(),
  statement: fc.nat(),
  kind: fc.constantFrom(...kinds),
  fa: anyText,
  en: anyText,
  alignment: fc.option(
    fc.record({
      state: fc.constantFrom(...alignmentStates),
      score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    }),
  ),
  leftOut: fc.boolean(),
  status: fc.constantFrom(...statuses),
  origin: fc.constantFrom(null, ...origins),
  from: fc.nat(),
  to: fc.nat(),
  mentions: fc.array(anyMention, { maxLength: 3 }),
  links: fc.array(anyLink, { maxLength: 3 }),
  remarks: fc.array(fc.record({ name: fc.option(anyText), text: anyText }), { maxLength: 2 }),
});

/** True when a text is more than white space, invisible marks and what is no character. */
export const readable = (text: string) => /[^\s\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/u.test(text);

/** `text` after its way through UTF-8, which has no halves of surrogate pairs. */
export const asUtf8 = (text: string) => Buffer.from(text).toString();
