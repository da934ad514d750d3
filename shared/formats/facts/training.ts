import { type FormatFact, jsonEscapes, noEscapes, type Said, utf8 } from './fact.ts';

const byName: Said = {
  en: 'The endings of the files say the language, with a region where one was chosen. There is no direction.',
  fa: 'پسوند پرونده‌ها زبان را می‌گوید، و اگر منطقه‌ای برگزیده باشید آن را هم. جهت ندارد.',
};

const byLine: Said = {
  en: 'None: line n of one file belongs to line n of the other, and nothing says of which document and segment it is.',
  fa: 'ندارد: سطر nام یک پرونده از آنِ سطر nام دیگری است و چیزی نمی‌گوید از کدام سند و قطعه است.',
};

/** Formats of those who train on a corpus or align its words. */
export const trainingFacts: readonly FormatFact[] = [
  {
    names: ['jsonl'],
    group: 'training',
    standard: 'JSON Lines, with the fields of Radif',
    address: 'https://jsonlines.org/',
    demands: {
      en: 'One object a line. It holds all that an export knows: out, in and out again gives the same bytes. Coming in, only fa or en has to be there.',
      fa: 'هر سطر یک شیء. هرچه برون‌بری می‌داند در آن هست: برون، درون و باز برون همان بایت‌ها را می‌دهد. برای درون‌آوری تنها fa یا en لازم است.',
    },
    encoding: utf8,
    escapes: jsonEscapes,
    ids: {
      en: 'document, segment, names and entities with the ids that they have.',
      fa: 'سند، قطعه، نام‌ها و موجودیت‌ها با شناسه‌های خود.',
    },
    language: {
      en: 'The fields fa and en; offsets count UTF-16 units. There is no direction.',
      fa: 'میدان‌های fa و en؛ جایگاه‌ها واحدهای UTF-16 را می‌شمارند. جهت ندارد.',
    },
  },
  {
    names: ['hugging-face'],
    group: 'training',
    standard: 'Hugging Face datasets, translation (JSON Lines)',
    address: 'https://huggingface.co/docs/datasets/about_dataset_features',
    demands: {
      en: 'Both texts in the column translation, under the two-letter codes of their languages; the same columns in each line.',
      fa: 'هر دو متن در ستون translation، زیر کد دوحرفی زبانشان؛ ستون‌ها در همهٔ سطرها یکسان.',
    },
    encoding: utf8,
    escapes: jsonEscapes,
    ids: { en: 'Columns for document, title and segment.', fa: 'ستون‌هایی برای سند، عنوان و قطعه.' },
    language: {
      en: 'The keys fa and en; offsets count UTF-16 units. There is no direction.',
      fa: 'کلیدهای fa و en؛ جایگاه‌ها واحدهای UTF-16 را می‌شمارند. جهت ندارد.',
    },
  },
  {
    names: ['parquet'],
    group: 'training',
    standard: 'Apache Parquet',
    address: 'https://parquet.apache.org/docs/file-format/',
    demands: {
      en: 'A schema for all rows: translation is a struct of two texts, the names are a list of structs.',
      fa: 'یک طرح‌واره برای همهٔ ردیف‌ها: translation ساختاری از دو متن است و نام‌ها فهرستی از ساختارها.',
    },
    encoding: { en: 'Binary; every text in it is UTF-8.', fa: 'دودویی؛ هر متن درونش UTF-8 است.' },
    escapes: { en: 'None are needed.', fa: 'نیازی نیست.' },
    ids: { en: 'Columns for document, title and segment.', fa: 'ستون‌هایی برای سند، عنوان و قطعه.' },
    language: {
      en: 'The fields fa and en of translation; offsets count UTF-16 units.',
      fa: 'میدان‌های fa و en در translation؛ جایگاه‌ها واحدهای UTF-16 را می‌شمارند.',
    },
  },
  {
    names: ['moses'],
    group: 'training',
    standard: 'Moses, two files line by line',
    address: 'http://www2.statmt.org/moses/?n=FactoredTraining.PrepareTraining',
    demands: {
      en: 'As many lines in one file as in the other, one segment a line, and nothing in it that any reader takes for a line break.',
      fa: 'شمار سطرهای دو پرونده یکسان، هر قطعه یک سطر، و درونش هیچ چیز که خواننده‌ای شکست سطر بشمارد.',
    },
    encoding: utf8,
    escapes: noEscapes,
    ids: byLine,
    language: byName,
  },
  {
    names: ['pharaoh'],
    group: 'training',
    standard: 'Pharaoh, words and their links',
    address: 'https://github.com/clab/fast_align#output',
    demands: {
      en: 'Two files of words with one space between them, and a third with links as 0-0 1-2, counted from 0, the Persian first.',
      fa: 'دو پرونده از واژه‌ها با یک فاصله میانشان، و سومی با پیوندها مانند 0-0 1-2، شمرده از ۰ و نخست فارسی.',
    },
    encoding: utf8,
    escapes: noEscapes,
    ids: byLine,
    language: byName,
  },
  {
    names: ['naacl'],
    group: 'training',
    standard: 'HLT-NAACL 2003 shared task, word alignment',
    address: 'https://aclanthology.org/W03-0301/',
    demands: {
      en: 'Numbered sentences in two files, and a third with a link a line: sentence, Persian word, English word from 1, S for sure or P for possible.',
      fa: 'جمله‌های شماره‌دار در دو پرونده، و سومی با یک پیوند در هر سطر: جمله، واژهٔ فارسی و واژهٔ انگلیسی از ۱، و S برای مسلّم یا P برای ممکن.',
    },
    encoding: utf8,
    escapes: noEscapes,
    ids: {
      en: 'The number of a sentence: it is not the id of its segment, and nothing names the document.',
      fa: 'شمارهٔ جمله، که شناسهٔ قطعه‌اش نیست؛ چیزی هم سند را نام نمی‌برد.',
    },
    language: byName,
  },
  {
    names: ['xces'],
    group: 'training',
    standard: 'OPUS, cesAlign (XCES)',
    address: 'https://opus.nlpl.eu/',
    demands: {
      en: 'A link a row that names sentences of two documents beside it, those of fromDoc first.',
      fa: 'برای هر ردیف پیوندی که جمله‌های دو سند کنارش را نام می‌برد، نخست آنِ fromDoc.',
    },
    encoding: utf8,
    escapes: { en: 'Those of XML.', fa: 'گریزهای XML.' },
    ids: {
      en: 'Sentences are numbered; n says the segment, div and head their document and its title.',
      fa: 'جمله‌ها شماره دارند؛ n قطعه را می‌گوید، div و head سند و عنوانش را.',
    },
    language: {
      en: 'The names of the documents say it (x.fa.xml). There is no direction.',
      fa: 'نام سندها می‌گوید (x.fa.xml). جهت ندارد.',
    },
  },
];
