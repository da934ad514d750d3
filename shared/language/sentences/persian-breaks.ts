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
import { leadCues } from './lead-cues.ts';
import type { SegmentationRules } from './rules.ts';
import { wordList } from './word-list.ts';

const raw = String.raw;

/** Words that go on with a sentence after an ellipsis or a cry. */
const conjunctions = anySpelling(['و', 'که', 'را', 'اما', 'ولی', 'یا', 'تا']);

/** Latin letters as Persian calls them, of which acronyms are made: «بی.بی.سی». */
const letterNames = anySpelling(
  wordList('ای، بی، سی، دی، ئی، اف، جی، اچ، آی، کی، ال، ام، ان، او، پی، کیو، آر، اس، تی، یو، وی، دبلیو، ایکس، وای، زد'),
);

/** Formulas of respect and other words that stand in brackets with a full stop: «(عج.)», «(ره.)». */
const bracketed = anySpelling(['عج', 'ره', 'رض', 'قس', 'سلام', 'صلی', 'نک', 'رک']);

/** Verbs with which a sentence in brackets ends, so that it is no remark inside another. */
const lastVerbs = anySpelling(leadCues.fa.clauses);

/** Numbers in words, as items and headings are counted. */
const ordinalWords = wordList(`
  اول، نخست، یکم، دوم، سوم، چهارم، پنجم، ششم، هفتم، هشتم، نهم، دهم، یازدهم، دوازدهم، سیزدهم، چهاردهم، پانزدهم، شانزدهم
  هفدهم، هجدهم، نوزدهم، بیستم، پایانی، اولا، ثانیا، ثالثا، رابعا، خامسا
`);
const ordinals = anySpelling([...ordinalWords, ...wordList('یک، دو، سه، چهار، پنج، شش، هفت، هشت، ده')]);

/** Endings that a word takes on after a joiner, as acronyms and names of files do: «بی.بی.سی‌ها». */
const ending = raw`(?:\u200c[\p{L}\p{M}\u200c]{1,12})?`;

const headings = anySpelling(
  wordList(`
    فصل، بخش، باب، گفتار، ماده، بند، تبصره، اصل، جدول، شکل، نمودار، تصویر، گام، مرحله، پرسش، سؤال، نکته، قسمت، پیوست
    ضمیمه، درس، جلسه، پرده، شماره، مسئله، مثال، تمرین، بیت، آیه، محور، مورد، قانون
  `),
);

/** Words that by themselves head what follows. */
const bareHeadings = anySpelling(
  wordList('ماده واحده، تبصره، نکته، مثال، تعریف، قضیه، برهان، توجه، یادداشت، پرسش، پاسخ'),
);

/** Letters with which Persian numbers the items of a list, in either script. One letter of Persian is an initial anyway. */
const itemLetters = raw`(?:الف|ابجد|\p{L}(?![\p{L}\p{M}${joiners}])|[IVXLC]{1,6}(?!\p{L})|[ivxlc]{1,5}(?!\p{L}))`;

/** Where Persian sentences end, with the words of the project. */
export function persianBreaks({ abbreviations, reportingVerbs }: SegmentationRules): readonly BreakRule[] {
  const abbreviation = wordStart + dotted(anySpelling(abbreviations));
  const letter = raw`[\p{Script=Arabic}\p{M}\u200c]`;
  const marks = raw`\p{M}{0,3}`;
  const initial = raw`${wordStart}\p{L}${marks}`;
  const name = raw`${wordStart}${letterNames}`;
  const short = raw`\p{L}{1,3}`;
  return [
    ...firstRules({
      abbreviation: `(?:${abbreviation}|${initial})`,
      itemLetters,
      headings: raw`${headings}(?:\u200c?ی)?`,
      bareHeadings,
      ordinals,
    }),
    {
      name: 'number of an item after its lead-in, in words',
      breaks: false,
      before: raw`[:؛]\s{1,8}${anySpelling(ordinalWords)}[.]`,
      after: raw`\s{1,8}[\p{L}«“]`,
    },
    { name: 'abbreviation', breaks: false, before: abbreviation + stop, after: '' },
    {
      name: 'abbreviation whose stops stand apart',
      breaks: false,
      before: raw`${wordStart}\p{L}\s\.`,
      after: raw`\s?\p{L}(?:\s?\.|${wordEnd})`,
    },
    {
      name: 'era whose stops stand apart',
      breaks: false,
      before: raw`\p{Nd}\s?(?:\p{L}\s?\.\s?){1,3}`,
      after: raw`\s?(?:[\p{L}«“(]|[–—−-]\s?\p{Nd})`,
    },
    {
      name: 'year with its era, in brackets',
      breaks: false,
      before: raw`[(\[][^()\[\]]{0,40}\p{Nd}\s?(?:\p{L}\s?\.\s?){1,3}[)\]]`,
      after: raw`\s?[\p{L}\p{N}${openers}،؛:]`,
    },
    {
      name: 'Latin abbreviation before a number',
      breaks: false,
      before: raw`${wordStart}\p{Lu}?[a-z]{1,3}\.`,
      after: raw`\s?\p{Nd}`,
    },
    {
      name: 'abbreviation before a number, in brackets',
      breaks: false,
      before: raw`[(\[](?:[^.()\[\]]{0,40}[؛،]\s?)?\p{L}{1,4}\.`,
      after: raw`\s?\p{Nd}`,
    },
    {
      name: 'abbreviation that brackets begin with',
      breaks: false,
      before: raw`[(\[](?!${lastVerbs}\.)\p{L}{1,4}\.`,
      after: raw`\s?[^()\[\].!?؟]{1,40}\.?[)\]]`,
    },
    {
      name: 'remark in brackets that its sentence goes on after',
      breaks: false,
      before: raw`(?<=[\p{L}\p{N}]\s?)[(\[](?:[^\s()\[\]!?؟]{1,24}[\s]){0,4}(?!${lastVerbs}\.)[^\s()\[\]!?؟]{1,24}\.[)\]]`,
      after: raw`\s?[\p{L}\p{N}${openers}،؛:]`,
    },
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
    { name: 'initial', breaks: false, before: raw`${initial}\.`, after: raw`\s?[\p{L}\p{N}]` },
    {
      name: 'acronym of letter names',
      breaks: false,
      before: raw`${name}\.`,
      after: raw`\s?${letterNames}${ending}(?:\.|${wordEnd})`,
    },
    {
      name: 'acronym of letter names with a word at its end',
      breaks: false,
      before: raw`${wordStart}(?:${letterNames}\.){2,8}`,
      after: raw`[\p{L}]`,
    },
    {
      name: 'chain of short parts, at its beginning',
      breaks: false,
      before: raw`${wordStart}${short}\.`,
      after: raw`${short}\.${short}${ending}(?:\.|${wordEnd})`,
    },
    {
      name: 'chain of short parts, further on',
      breaks: false,
      before: raw`${wordStart}(?:${short}\.){2,8}`,
      after: raw`${short}${ending}(?:\.|${wordEnd})`,
    },
    {
      name: 'acronym with a stop of its own that its sentence goes on after',
      breaks: false,
      before: raw`${wordStart}(?:(?:${letterNames}|${short})\.\s?){2,8}`,
      after: raw`\s?(?:${anySpelling(reportingVerbs)}|که|و|نیز|هم)${wordEnd}`,
    },
    { name: 'word that begins no sentence', breaks: false, before: raw`\.`, after: raw`\s?را${wordEnd}` },
    {
      name: 'ending of a file or a site',
      breaks: false,
      before: raw`[\p{L}\p{N}]\.`,
      after: raw`(?:[a-z][a-z0-9]{0,4}(?![A-Za-z0-9])|${siteEndings}${ending}${wordEnd})`,
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
      name: 'cry or question that somebody spoke',
      breaks: false,
      before: raw`[!?؟…]\s?[»”"’]`,
      after: raw`\s{1,3}(?:[\p{L}\u200c]{1,16}\s){1,2}${anySpelling(reportingVerbs)}\s?(?:[.،؛]|و\s)`,
    },
    {
      name: 'ellipsis after a word that wants another',
      breaks: false,
      before: raw`${wordStart}(?:و|یا|که|از|به|در|با|برای|مثل|مانند)\s?(?:\.{2,8}|…)`,
      after: raw`\s`,
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

/** Endings of sites as Persian writes their sound. */
const siteEndings = anySpelling(wordList('آی‌آر، دات‌کام، کام، نت، اورگ، نیوز'));

/** The source of abbreviations, with spaces around the full stops in them: «ه. ش», «ه . ش». */
function dotted(source: string): string {
  return source.replaceAll('\\.', raw`\s?\.\s{0,2}`);
}
