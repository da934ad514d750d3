import { anySpelling } from '../characters/spelling.ts';
import { type BreakRule, firstRules, openers, spaceAfterEnd, stop, wordEnd, wordStart } from './break-rule.ts';
import type { SegmentationRules } from './rules.ts';
import { wordList } from './word-list.ts';

const raw = String.raw;

/** Abbreviations that are one only before a number: `No. 5`, but `No. He left.` */
const beforeNumber = new Set(
  wordList(`
    No, Nos, no, nos, p, pp, Vol, Vols, vol, vols, Fig, Figs, fig, figs, Art, Arts, art, arts
    Sec, sec, Ch, ch, Para, para, paras, Op
  `),
);

/** Abbreviations that may also stand at the end of a sentence. */
const atEnd = new Set(
  wordList(`
    a.m, p.m, U.S, U.K, U.N, E.U, D.C, B.C, A.D, Ph.D, M.D, B.A, M.A, etc, al, Inc, Corp, Ltd, Co, Bros, Jr, Sr, dept
    Jan, Feb, Mar, Apr, Jun, Jul, Aug, Sept, Sep, Oct, Nov, Dec, Mon, Tue, Tues, Wed, Thu, Thurs, Fri
  `),
);

/** Words with a capital letter that begin a sentence far oftener than a name. */
const starters = wordList(`
  The, This, That, These, Those, He, She, It, We, They, You, His, Her, Its, Their, Our, My, There, Then, But, And
  Or, So, Yet, If, When, While, After, Before, As, At, By, For, From, In, On, With, Under, Since, Although, Though
  However, Meanwhile, Moreover, Also, According, Earlier, Later, Today, Yesterday, Now, What, Who, Why, How, Where
  Which, Both, All, Some, Many, Most, Such, Not
`);

const starter = raw`(?:(?:${starters.join('|')})${wordEnd}(?!\.)|(?:A|An|I)\s\p{Ll})`;
const notBeforeStarter = raw`(?!\s{1,8}[${openers}]{0,2}${starter})`;

/** Where English sentences end, with the words of the project. */
export function englishBreaks({ abbreviations, reportingVerbs }: SegmentationRules): readonly BreakRule[] {
  const abbreviation = (isMeant: (word: string) => boolean) => wordStart + anySpelling(abbreviations.filter(isMeant));
  return [
    ...firstRules({
      abbreviation: raw`(?:${abbreviation(() => true)}|${wordStart}\p{Lu})`,
      itemLetters: raw`(?:[A-Za-z](?!\p{L})|[IVXLC]{1,6}(?!\p{L})|[ivxlc]{1,5}(?!\p{L}))`,
      headings: 'Section|Chapter|Article|Part|Annex|Appendix|Table|Figure|Rule|Step|Principle|Clause',
      bareHeadings: 'Note|Example|Proviso|Definition|Proof|Remark',
      ordinals: '(?:First|Second|Third|Fourth|Fifth)',
    }),
    {
      name: 'abbreviation before its number',
      breaks: false,
      before: raw`${abbreviation((word) => beforeNumber.has(word))}\.`,
      after: raw`\s{0,2}(?:[\p{N}#]|[IVXLC]{2,8})`,
    },
    {
      name: 'abbreviation',
      breaks: false,
      before: abbreviation((word) => !beforeNumber.has(word) && !atEnd.has(word)) + stop,
      after: '',
    },
    {
      name: 'abbreviation that no new sentence follows',
      breaks: false,
      before: abbreviation((word) => atEnd.has(word)) + stop,
      after: notBeforeStarter,
    },
    { name: 'initial', breaks: false, before: raw`${wordStart}(?<!['’])\p{Lu}${stop}`, after: notBeforeStarter },
    { name: 'item of a list', breaks: true, before: '', after: raw`\s{1,8}[a-uw-z]\.\s` },
    {
      name: 'small letter, but for names like iPhone and al-Assad',
      breaks: false,
      before: '',
      after: raw`\s{1,8}[${openers}]{0,3}\p{Ll}(?!\p{Lu}|\p{Ll}{0,2}[-’']\p{Lu})`,
    },
    {
      name: 'quotation that its sentence goes on after',
      breaks: false,
      before: '[!?…]["”’]',
      after: raw`\s(?:[\p{L}\p{M}.’'-]{1,24}\s){0,4}${anySpelling(reportingVerbs)}${wordEnd}`,
    },
    spaceAfterEnd,
    { name: 'lost space', breaks: true, before: raw`\p{Ll}{2}[.!?]["”’)]{0,2}`, after: starter },
  ];
}
