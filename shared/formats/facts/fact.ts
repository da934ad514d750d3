import type { Format } from '../corpus/row.ts';

/** A sentence in both languages of the interface. */
export interface Said {
  readonly en: string;
  readonly fa: string;
}

/** For whom formats are; in this order they are shown. */
export const factGroups = ['translation', 'tables', 'reading', 'training', 'names', 'terms'] as const;
export type FactGroup = (typeof factGroups)[number];

/** Names of what is told of: the formats of a corpus, and the files of terms and entities. */
export type FactName = Format | 'tbx' | 'terms-csv';

/** What is to be known of a format, or of several that differ in one thing. Which files it has, whether it goes in and out and what it
 *  cannot hold is not told here: `standing` asks the adapters. */
export interface FormatFact {
  readonly names: readonly [FactName, ...FactName[]];
  readonly group: FactGroup;
  /** The standard, as it calls itself. */
  readonly standard: string;
  /** Where it stands; `null` for what is no standard but a habit. */
  readonly address: string | null;
  /** What the standard demands. */
  readonly demands: Said;
  readonly encoding: Said;
  /** How characters are written that mean something to the format. */
  readonly escapes: Said;
  readonly ids: Said;
  /** How it says language and direction. */
  readonly language: Said;
}

export const utf8: Said = {
  en: 'Written as UTF-8 without a byte order mark. Read as UTF-8, and as UTF-16 that says so.',
  fa: 'نوشتن با UTF-8 و بی نشان ترتیب بایت. خواندن با UTF-8، و با UTF-16 اگر پرونده خود بگوید.',
};

export const utf8Out: Said = {
  en: 'UTF-8 without a byte order mark.',
  fa: 'UTF-8 بی نشان ترتیب بایت.',
};

export const packed: Said = {
  en: 'A ZIP package whose parts are UTF-8.',
  fa: 'بسته‌ای ZIP که بخش‌هایش UTF-8 است.',
};

export const xmlEscapes: Said = {
  en: 'Those of XML: &amp;, &lt;, &gt; and references by number. No DTD or entity from outside is ever loaded.',
  fa: 'گریزهای XML:‏ \u2066&amp;\u2069، \u2066&lt;\u2069، \u2066&gt;\u2069 و ارجاع با شماره. هیچ DTD یا موجودیتی از بیرون خوانده نمی‌شود.',
};

export const jsonEscapes: Said = {
  en: 'Those of JSON: a backslash before quotation marks, backslashes and control characters.',
  fa: 'گریزهای JSON: بک‌اسلش پیش از گیومه، بک‌اسلش و نویسه‌های کنترلی.',
};

export const noEscapes: Said = {
  en: 'None: every character stands for itself, so a line break inside a text cannot stand there.',
  fa: 'ندارد: هر نویسه خودش است، پس شکست سطر درون متن جایی ندارد.',
};
