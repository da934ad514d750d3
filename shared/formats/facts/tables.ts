import { type FormatFact, packed, type Said, utf8 } from './fact.ts';

const columnIds: Said = {
  en: 'Columns for document, title, segment, paragraph, statement and offsets; a file with these column names comes back whole. A table without them is read by its two columns of text, or by those that you choose.',
  fa: 'ستون‌هایی برای سند، عنوان، قطعه، بند، گزاره و جایگاه‌ها؛ پرونده‌ای با این نام ستون‌ها کامل بازمی‌گردد. جدول بی این نام‌ها از دو ستون متنش خوانده می‌شود، یا از ستون‌هایی که برمی‌گزینید.',
};

const columnLanguage: Said = {
  en: 'The columns are called fa and en; in a table that comes in, their names or their letters tell. A table does not say a direction.',
  fa: 'نام ستون‌ها fa و en است؛ در جدولی که درون می‌آید نام ستون‌ها یا حروفشان زبان را نشان می‌دهد. جدول جهت را نمی‌گوید.',
};

/** Tables, for spreadsheets and scripts. */
export const tableFacts: readonly FormatFact[] = [
  {
    names: ['tsv'],
    group: 'tables',
    standard: 'TSV (IANA text/tab-separated-values)',
    address: 'https://www.iana.org/assignments/media-types/text/tab-separated-values',
    demands: {
      en: 'The same number of cells in each line, with tabs between them, and no tab in a cell. Quotation marks are characters like others.',
      fa: 'شمار خانه‌ها در همهٔ سطرها یکسان، با تب میانشان و بی تب درون خانه. گیومه نویسه‌ای مانند دیگران است.',
    },
    encoding: {
      en: 'UTF-8, with a byte order mark only where it was asked for. Read as UTF-8, and as UTF-16 that says so.',
      fa: 'UTF-8، و نشان ترتیب بایت تنها به درخواست. خواندن با UTF-8، و با UTF-16 اگر پرونده خود بگوید.',
    },
    escapes: {
      en: '\\t, \\n, \\r and \\\\ for a tab, LF, CR and a backslash.',
      fa: '\u2066\\t\u2069 و \u2066\\n\u2069 و \u2066\\r\u2069 و \u2066\\\\\u2069 برای تب، LF، CR و بک‌اسلش.',
    },
    ids: columnIds,
    language: columnLanguage,
  },
  {
    names: ['csv'],
    group: 'tables',
    standard: 'CSV (RFC 4180)',
    address: 'https://www.rfc-editor.org/rfc/rfc4180',
    demands: {
      en: 'A comma between cells, CR LF after a record, the same number of cells in each. Semicolons and tabs are read too.',
      fa: 'ویرگول میان خانه‌ها، CR LF پس از هر رکورد، و شمار خانه‌ها در همه یکسان. نقطه‌ویرگول و تب هم خوانده می‌شود.',
    },
    encoding: {
      en: 'UTF-8, with a byte order mark only where it was asked for (Excel needs it). Read as UTF-8, and as UTF-16 that says so.',
      fa: 'UTF-8، و نشان ترتیب بایت تنها به درخواست (Excel لازمش دارد). خواندن با UTF-8، و با UTF-16 اگر پرونده خود بگوید.',
    },
    escapes: {
      en: 'Quotation marks around a cell, doubled inside it. Text that looks like a formula stays as it is: in a spreadsheet, open it as text, or take XLSX.',
      fa: 'گیومه گرد خانه، و درون آن دوبار. متنی که به فرمول می‌ماند دست نمی‌خورد: در صفحه‌گسترده آن را متن باز کنید یا XLSX بگیرید.',
    },
    ids: columnIds,
    language: columnLanguage,
  },
  {
    names: ['xlsx'],
    group: 'tables',
    standard: 'Office Open XML SpreadsheetML (ECMA-376)',
    address: 'https://ecma-international.org/publications-and-standards/standards/ecma-376/',
    demands: {
      en: 'At most 1,048,576 rows in a sheet and 32,767 characters in a cell. Every text is a cell of text, so that nothing is taken for a formula. The first sheet is read.',
      fa: 'هر برگه بیش از ۱٬۰۴۸٬۵۷۶ ردیف و هر خانه بیش از ۳۲٬۷۶۷ نویسه ندارد. هر متن خانه‌ای متنی است تا هیچ چیز فرمول شمرده نشود. برگهٔ نخست خوانده می‌شود.',
    },
    encoding: packed,
    escapes: { en: 'Those of XML.', fa: 'گریزهای XML.' },
    ids: columnIds,
    language: {
      en: 'The columns are called fa and en; the cells of the Persian read from right to left.',
      fa: 'نام ستون‌ها fa و en است؛ خانه‌های فارسی راست به چپ‌اند.',
    },
  },
  {
    names: ['docx-table'],
    group: 'tables',
    standard: 'Office Open XML WordprocessingML (ECMA-376)',
    address: 'https://ecma-international.org/publications-and-standards/standards/ecma-376/',
    demands: {
      en: 'A table of number, Persian, English and state, to be edited in a word processor. English and states come back as changes that you look at first; a changed Persian cell is refused with its row.',
      fa: 'جدولی از شماره، فارسی، انگلیسی و وضعیت برای ویرایش در واژه‌پرداز. انگلیسی و وضعیت‌ها به‌صورت تغییرهایی که نخست می‌بینید بازمی‌گردند؛ خانهٔ فارسیِ دست‌خورده با ردیفش رد می‌شود.',
    },
    encoding: packed,
    escapes: {
      en: 'Those of XML.',
      fa: 'گریزهای XML.',
    },
    ids: {
      en: 'The id and version of the document stand over its table, the id of the segment, small, in the first cell: leave them as they are.',
      fa: 'شناسه و نسخهٔ سند بالای جدولش و شناسهٔ قطعه، ریز، در خانهٔ نخست است: دست به آنها نزنید.',
    },
    language: {
      en: 'Each text says its language, the Persian also that it reads from right to left.',
      fa: 'هر متن زبانش را می‌گوید، و فارسی راست به چپ بودنش را هم.',
    },
  },
];

/** Files of terms and of entities. */
export const termFacts: readonly FormatFact[] = [
  {
    names: ['tbx'],
    group: 'terms',
    standard: 'TBX-Basic (ISO 30042:2019)',
    address: 'https://www.tbxinfo.net/',
    demands: {
      en: 'A concept with a section for each language and in it terms, in the style DCA or DCT (entities in either, the glossary in DCA); martif of version 2 is read too. Entities and the glossary are written and read; the pages of both have it.',
      fa: 'هر مفهوم برای هر زبان بخشی با اصطلاح‌هایش دارد، به شیوهٔ DCA یا DCT (موجودیت‌ها به هر دو، واژه‌نامه به DCA)؛ martif نسخهٔ 2 هم خوانده می‌شود. موجودیت‌ها و واژه‌نامه نوشته و خوانده می‌شوند؛ در صفحهٔ هر دو هست.',
    },
    encoding: utf8,
    escapes: {
      en: 'Those of XML; what XML cannot have becomes U+FFFD.',
      fa: 'گریزهای XML؛ آنچه در XML جایی ندارد U+FFFD می‌شود.',
    },
    ids: {
      en: 'Concepts are numbered; an item of Wikidata stands as a cross reference.',
      fa: 'مفهوم‌ها شماره دارند؛ قلم ویکی‌داده به‌صورت ارجاع می‌آید.',
    },
    language: {
      en: 'xml:lang at each section of a language. TBX does not say a direction.',
      fa: 'xml:lang در بخش هر زبان. TBX جهت را نمی‌گوید.',
    },
  },
  {
    names: ['terms-csv'],
    group: 'terms',
    standard: 'CSV (RFC 4180), a table of terms or entities',
    address: 'https://www.rfc-editor.org/rfc/rfc4180',
    demands: {
      en: 'A first line with the names of the columns, of which fa is one; commas, semicolons and tabs are read.',
      fa: 'سطر نخست نام ستون‌هاست و fa یکی از آنهاست؛ ویرگول، نقطه‌ویرگول و تب خوانده می‌شود.',
    },
    encoding: {
      en: 'Downloaded as UTF-8 with a byte order mark, without which spreadsheets do not read its Persian. Read with or without it.',
      fa: 'بارگیری با UTF-8 و نشان ترتیب بایت، که بی آن صفحه‌گسترده‌ها فارسی‌اش را نمی‌خوانند. خواندن با نشان یا بی آن.',
    },
    escapes: {
      en: 'Quotation marks around a cell, doubled inside it; an apostrophe before what a spreadsheet would take for a formula.',
      fa: 'گیومه گرد خانه، و درون آن دوبار؛ آپاستروف پیش از آنچه صفحه‌گسترده فرمول می‌شمارد.',
    },
    ids: {
      en: 'A line is known again by its Persian; entities also by their item of Wikidata.',
      fa: 'هر سطر با فارسی‌اش بازشناخته می‌شود؛ موجودیت‌ها با قلم ویکی‌داده هم.',
    },
    language: {
      en: 'The columns say the language: fa and en, or their other names.',
      fa: 'ستون‌ها زبان را می‌گویند: fa و en، یا نام‌های دیگرشان.',
    },
  },
];
