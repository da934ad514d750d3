import { anySpelling } from '../characters/spelling.ts';
import {
  type BreakRule,
  closers,
  firstRules,
  joiners,
  openers,
  spaceAfterEnd,
  stop,
  terminators,
  wordEnd,
  wordStart,
} from './break-rule.ts';
import type { SegmentationRules } from './rules.ts';
import { wordList } from './word-list.ts';

const raw = String.raw;

/** Words that go on with a sentence after an ellipsis or a cry. */
const conjunctions = anySpelling(['و', 'که', 'را', 'اما', 'ولی', 'یا', 'تا']);

/** Latin letters as Persian calls them, of which acronyms are made: «بی.بی.سی». */
const letterNames = anySpelling(
  wordList(
    'ای، اِی، بی، سی، دی، ئی، اف، جی، اچ، آی، جِی، کی، کِی، ال، ام، ان، او، پی، کیو، آر، اس، تی، یو، وی، دبلیو، ایکس، وای، زد',
  ),
);

/** Formulas of respect and other words that stand in brackets with a full stop: «(عج.)», «(ره.)». */
const bracketed = anySpelling(['عج', 'ره', 'رض', 'قس', 'سلام', 'صلی', 'نک', 'رک']);

const headings = anySpelling(
  wordList(`
    فصل، بخش، باب، گفتار، ماده، بند، تبصره، اصل، جدول، شکل، نمودار، تصویر، گام، مرحله، پرسش، سؤال، نکته، قسمت، پیوست
    ضمیمه، درس، جلسه، پرده، شماره، مسئله، مثال، تمرین، بیت، آیه، محور، مورد، قانون
  `),
);

/** Letters with which Persian numbers the items of a list, in either script. One letter of Persian is an initial anyway. */
const itemLetters = raw`(?:الف|ابجد|\p{L}(?![\p{L}\p{M}${joiners}])|[IVXLC]{1,6}(?!\p{L})|[ivxlc]{1,5}(?!\p{L}))`;

/** Where Persian sentences end, with the words of the project. */
export function persianBreaks({ abbreviations, reportingVerbs }: SegmentationRules): readonly BreakRule[] {
  const abbreviation = wordStart + dotted(anySpelling(abbreviations));
  const letter = raw`[\p{Script=Arabic}\p{M}\u200c]`;
  const marks = raw`[\p{M}\u0640${joiners}]{0,3}`;
  const initial = raw`${wordStart}\p{L}${marks}`;
  const name = raw`${wordStart}${letterNames}`;
  const short = raw`\p{L}{1,3}[${joiners}]?`;
  return [
    ...firstRules({ abbreviation: `(?:${abbreviation}|${initial})`, itemLetters, headings }),
    { name: 'abbreviation', breaks: false, before: abbreviation + stop, after: '' },
    { name: 'number after an abbreviation', breaks: false, before: raw`${abbreviation}\.\p{Nd}{1,4}`, after: '' },
    {
      name: 'abbreviation in brackets',
      breaks: false,
      before: raw`[(\[]\s?(?:(?:\p{L}${marks}|${bracketed})\.\s?){1,4}[)\]]`,
      after: raw`\s?[\p{L}\p{N}${openers}،؛:]`,
    },
    {
      name: 'era of a year',
      breaks: false,
      before: raw`\p{Nd}\.`,
      after: raw`\s?(?:[مشقه]${marks}|میلادی|شمسی|قمری|هجری)(?:\.|${wordEnd})`,
    },
    {
      name: 'era before a quotation or a bracket',
      breaks: false,
      before: raw`\p{Nd}\s?(?:\p{L}${marks}\.\s?){1,3}`,
      after: raw`\s?[«“(]`,
    },
    { name: 'initial', breaks: false, before: raw`${initial}\.`, after: raw`\s?[\p{L}\p{N}]` },
    {
      name: 'acronym of letter names',
      breaks: false,
      before: raw`${name}\.`,
      after: raw`\s?${letterNames}(?:\.|${wordEnd})`,
    },
    {
      name: 'chain of short parts, at its beginning',
      breaks: false,
      before: raw`${wordStart}${short}\.`,
      after: raw`${short}\.${short}(?:\.|${wordEnd})`,
    },
    {
      name: 'chain of short parts, further on',
      breaks: false,
      before: raw`${wordStart}(?:${short}\.){2,8}`,
      after: raw`${short}(?:\.|${wordEnd})`,
    },
    {
      name: 'Persian name of a site or a file',
      breaks: false,
      before: raw`${wordStart}(?:${sites})[\s:«"(]{1,3}[^\s.]{1,40}(?:\.[^\s.]{1,40}){0,3}\.`,
      after: raw`[\p{L}\p{N}]`,
    },
    {
      name: 'quotation that its sentence goes on after',
      breaks: false,
      before: raw`[${terminators}]\s?[»”"’]`,
      after: raw`\s{0,3}(?:${anySpelling(reportingVerbs)}|که|را)${wordEnd}`,
    },
    {
      name: 'ellipsis, quoted cry or question inside a sentence',
      breaks: false,
      before: raw`(?:\.\s?\.[${closers}]{0,3}|…[${closers}]{0,3}|[!?؟]\s?[»”"’])`,
      after: raw`\s{1,3}${conjunctions}${wordEnd}`,
    },
    spaceAfterEnd,
    {
      name: 'lost space',
      breaks: true,
      before: raw`${letter}{2}[${closers}]{0,2}(?:\.|[!?؟۔‼⁇⁈⁉]{1,8})[^\s\p{L}.]{0,16}`,
      after: raw`[\p{L}«“(]`,
    },
  ];
}

/** Words before the name of a site, a file or an account. */
const sites = anySpelling(
  wordList(
    'سایت، وب‌سایت، وبسایت، وبگاه، تارنما، تارنمای، پایگاه، نشانی، آدرس، دامنه، دامنهٔ، فایل، پرونده، پروندهٔ، کانال، صفحه',
  ),
);

/** The source of abbreviations, with spaces, joiners and tatweel around the full stops in them: «ه. ش», «هـ.ش». */
function dotted(source: string): string {
  return source.replaceAll('\\.', raw`[\u0640${joiners}]{0,2}\.\s{0,2}`);
}
