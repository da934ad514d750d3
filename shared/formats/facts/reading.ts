import { type FormatFact, noEscapes, packed, type Said, utf8Out, xmlEscapes } from './fact.ts';

const noIds: Said = {
  en: 'None: it is for readers, and does not come back.',
  fa: 'ندارد: برای خواننده است و بازنمی‌گردد.',
};

const englishOnly: Said = {
  en: 'English, from left to right; the Persian is not in it.',
  fa: 'انگلیسی، چپ به راست؛ فارسی در آن نیست.',
};

/** What is read by people. */
export const readingFacts: readonly FormatFact[] = [
  {
    names: ['html'],
    group: 'reading',
    standard: 'HTML Living Standard (WHATWG)',
    address: 'https://html.spec.whatwg.org/',
    demands: {
      en: 'A page that is well-formed as XML too, and loads nothing. Both texts stand side by side, and no row is cut by the end of a sheet of paper.',
      fa: 'صفحه‌ای که XML درست هم هست و چیزی از بیرون نمی‌خواند. دو متن رودررو می‌آیند و پایان کاغذ هیچ ردیفی را نمی‌بُرد.',
    },
    encoding: utf8Out,
    escapes: xmlEscapes,
    ids: {
      en: 'data-document at each title and data-segment at each row; it does not come back.',
      fa: 'data-document در هر عنوان و data-segment در هر ردیف؛ بازنمی‌گردد.',
    },
    language: {
      en: 'lang and dir at each text.',
      fa: 'lang و dir برای هر متن.',
    },
  },
  {
    names: ['docx-english'],
    group: 'reading',
    standard: 'Office Open XML WordprocessingML (ECMA-376)',
    address: 'https://ecma-international.org/publications-and-standards/standards/ecma-376/',
    demands: {
      en: 'The English alone: title, paragraphs and speakers as in the document; what is not finished is marked or left out by its state.',
      fa: 'تنها انگلیسی: عنوان، بندها و گویندگان چنان‌که در سند است؛ آنچه تمام نیست نشان‌دار است یا با وضعیتش کنار می‌ماند.',
    },
    encoding: packed,
    escapes: { en: 'Those of XML.', fa: 'گریزهای XML.' },
    ids: noIds,
    language: englishOnly,
  },
  {
    names: ['markdown'],
    group: 'reading',
    standard: 'CommonMark',
    address: 'https://spec.commonmark.org/',
    demands: {
      en: 'The English alone: a heading for the title and an empty line between paragraphs.',
      fa: 'تنها انگلیسی: سرعنوانی برای عنوان و سطری خالی میان بندها.',
    },
    encoding: utf8Out,
    escapes: {
      en: 'A backslash before characters that would be marks.',
      fa: 'بک‌اسلش پیش از نویسه‌هایی که نشانه شمرده می‌شدند.',
    },
    ids: noIds,
    language: englishOnly,
  },
  {
    names: ['text'],
    group: 'reading',
    standard: 'text/plain',
    address: null,
    demands: {
      en: 'Out, the English alone with an empty line between paragraphs. In, a Persian text, which Radif divides into segments.',
      fa: 'در برون‌بری تنها انگلیسی، با سطری خالی میان بندها. در درون‌آوری متنی فارسی، که ردیف آن را قطعه‌قطعه می‌کند.',
    },
    encoding: {
      en: 'Written as UTF-8. Read as UTF-8, UTF-16 and, where you say so, Windows-1256.',
      fa: 'نوشتن با UTF-8. خواندن با UTF-8 و UTF-16 و، اگر بگویید، Windows-1256.',
    },
    escapes: noEscapes,
    ids: noIds,
    language: {
      en: 'It says none: out it is English, in it is Persian.',
      fa: 'زبان را نمی‌گوید: برون‌رفته انگلیسی است و درون‌آمده فارسی.',
    },
  },
];
