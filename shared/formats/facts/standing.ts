import { statuses } from '../../core/status.ts';
import { tally } from '../corpus/report.ts';
import {
  type ChangeRule,
  type CorpusMention,
  type CorpusRow,
  type Format,
  formats,
  type LeaveOutRule,
  type LossRule,
  oneSidedFormats,
} from '../corpus/row.ts';
import { rowWriter } from '../export.ts';
import { readers, writerOf } from '../formats.ts';
import type { FactName, FormatFact, Said } from './fact.ts';

/** What a format does not hold, as a report counts it. */
export type UnheldRule = LossRule | ChangeRule | Exclude<LeaveOutRule, 'state'> | 'other-side';

/** What the adapters of a format do. */
export interface FormatStanding {
  readonly out: boolean;
  readonly in: boolean;
  /** How the names of its files end, one for each file. */
  readonly endings: readonly string[];
  /** What it cannot hold; each is counted in the report of an export. */
  readonly unheld: readonly UnheldRule[];
}

/** What is read otherwise than by a reader of rows: workbooks and Word tables by the server, texts and terms by readers of their own. */
const readElsewhere: ReadonlySet<FactName> = new Set(['xlsx', 'docx-table', 'text', 'tbx', 'terms-csv']);

/** What the adapters of a format tell: the writer is given rows that have everything, and says what it lost. */
export function standing({ names: [name] }: FormatFact): FormatStanding {
  const isIn = Object.hasOwn(readers, name) || readElsewhere.has(name);
  const format = formats.find((known) => known === name);
  if (format === undefined) return { out: true, in: isIn, endings: [name === 'tbx' ? 'tbx' : 'csv'], unheld: [] };
  const writer = writerOf(optionsOf(format));
  return { out: true, in: isIn, endings: writer.files.map(({ ending }) => ending), unheld: unheldBy(format) };
}

function optionsOf(format: Format) {
  return { format, states: statuses, fa: 'fa', en: 'en' } as const;
}

function unheldBy(format: Format): readonly UnheldRule[] {
  const writer = writerOf(optionsOf(format));
  const counts = tally();
  const writing = rowWriter(writer, optionsOf(format), counts);
  for (const row of everything) writing.row(row);
  writing.close();
  const { leftOut, changed, lost } = counts.report();
  const isOneSided = oneSidedFormats.has(format);
  const rules: UnheldRule[] = [];
  for (const { rule } of lost)
    rules.push(isOneSided && (rule === 'english' || rule === 'persian') ? 'other-side' : rule);
  for (const { rule } of leftOut) if (rule !== 'state') rules.push(rule);
  if (writer.most !== undefined) rules.push('beyond-most');
  if (writer.longest !== undefined) rules.push('too-long');
  for (const { rule } of changed) rules.push(rule);
  return [...new Set(rules)];
}

const full: CorpusRow = {
  document: 'd',
  title: 't',
  version: 1,
  segment: 's',
  paragraph: 0,
  statement: 0,
  kind: 'sentence',
  fa: 'مجلس شورا رفت',
  en: 'The Majles met',
  status: 'translated',
  origin: 'typed',
  alignment: { state: 'confirmed', score: null },
  leftOut: false,
  from: 0,
  to: 13,
  mentions: [name('m1', 0, 9), name('m2', 5, 13)],
  links: [link(true), link(false)],
  remarks: [{ name: null, text: 'n' }],
  taken: { score: 82, from: 'm', at: 0, print: '0' },
};

function name(id: string, from: number, to: number): CorpusMention {
  const range = (text: string) => ({ from, to, text: text.slice(from, to) });
  const fa = range('مجلس شورا رفت');
  return { id, label: 'ORG', entity: 'e1', entityName: null, fa, en: range('The Majles met') };
}

function link(sure: boolean): CorpusRow['links'][number] {
  return sure
    ? { fa: { from: 0, to: 4, text: 'مجلس' }, en: { from: 4, to: 10, text: 'Majles' }, sure }
    : { fa: { from: 10, to: 13, text: 'رفت' }, en: { from: 11, to: 14, text: 'met' }, sure };
}

const parts = [
  { segment: 's', from: 0, to: 4, text: 'مجلس' },
  { segment: 's2', from: 0, to: 4, text: 'مجلس' },
];

const bare: CorpusRow = { ...full, alignment: null, mentions: [], links: [], remarks: [] };
const odd = '\u0001 \n \ud800 .';

/** Rows that have all that a row may have. */
const everything: readonly CorpusRow[] = [
  full,
  { ...bare, segment: 's2', mentions: [{ ...name('m3', 1, 3), label: 'A B', parts }] },
  { ...bare, segment: 's3', fa: `مجلس ${odd}`, en: `Majles ${odd}` },
  { ...bare, segment: 's4', en: '' },
  { ...bare, segment: 's5', en: '', leftOut: true },
  { ...bare, segment: 's6', fa: '' },
];

/** What a rule of a report means, as a thing. */
export const unheldSaid: Readonly<Record<UnheldRule, Said>> = {
  'other-side': { en: 'the other side', fa: 'سوی دیگر' },
  persian: { en: 'the Persian', fa: 'فارسی' },
  english: { en: 'the English', fa: 'انگلیسی' },
  mention: { en: 'marked names', fa: 'نام‌های نشان‌شده' },
  'crossing-mention': {
    en: 'names that cross others, or lie in them where one word holds one name',
    fa: 'نام‌هایی که دیگری را قطع می‌کنند، یا آنجا که هر واژه یک نام دارد درون دیگری‌اند',
  },
  'moved-mention': {
    en: 'borders of names inside words (the whole word is taken)',
    fa: 'مرز نام درون واژه (همهٔ واژه گرفته می‌شود)',
  },
  link: { en: 'word links', fa: 'پیوند واژه‌ها' },
  'possible-link': { en: 'that a link is only possible', fa: 'این‌که پیوندی تنها ممکن است' },
  remark: { en: 'notes and properties', fa: 'یادداشت‌ها و ویژگی‌ها' },
  alignment: { en: 'how a row was aligned', fa: 'چگونگی هم‌ترازی ردیف' },
  taken: {
    en: 'which match or machine English was taken from',
    fa: 'این‌که انگلیسی از کدام همانند یا ماشین گرفته شده',
  },
  title: { en: 'the titles of documents', fa: 'عنوان سندها' },
  'document-id': { en: 'the ids of documents', fa: 'شناسهٔ سندها' },
  status: { en: 'the states of segments', fa: 'وضعیت قطعه‌ها' },
  entity: { en: 'which entities names mean', fa: 'این‌که نام‌ها کدام موجودیت‌اند' },
  'segment-id': { en: 'the ids of segments', fa: 'شناسهٔ قطعه‌ها' },
  spacing: {
    en: 'what stands between words (one space instead)',
    fa: 'آنچه میان واژه‌هاست (یک فاصله به جایش)',
  },
  label: {
    en: 'labels with other signs than it knows (_ instead)',
    fa: 'برچسب‌هایی با نشانه‌هایی که نمی‌شناسد (_ به جایشان)',
  },
  'parted-mention': {
    en: 'that a name goes on in the next segment (each part is a name)',
    fa: 'این‌که نامی در قطعهٔ بعد ادامه دارد (هر پاره نامی است)',
  },
  'empty-source': { en: 'rows without Persian', fa: 'ردیف‌های بی فارسی' },
  'left-out': { en: 'rows that have no English on purpose', fa: 'ردیف‌هایی که به‌عمد انگلیسی ندارند' },
  'empty-rendering': { en: 'rows without English', fa: 'ردیف‌های بی انگلیسی' },
  'too-long': { en: 'rows with a text longer than a cell may have', fa: 'ردیف‌هایی با متنی بلندتر از گنجایش خانه' },
  'beyond-most': { en: 'rows beyond what a file may have', fa: 'ردیف‌های بیش از گنجایش پرونده' },
  'xml-character': {
    en: 'control characters that XML forbids (removed)',
    fa: 'نویسه‌های کنترلی که XML روا نمی‌دارد (برداشته می‌شوند)',
  },
  'xml-in-place': {
    en: 'characters that XML forbids (U+FFFD instead)',
    fa: 'نویسه‌هایی که XML روا نمی‌دارد (U+FFFD به جایشان)',
  },
  'line-break': { en: 'line breaks in a text (a space instead)', fa: 'شکست سطر در متن (فاصله به جایش)' },
  'lone-surrogate': {
    en: 'halves of characters (U+FFFD instead)',
    fa: 'نیمه‌نویسه‌ها (U+FFFD به جایشان)',
  },
};
