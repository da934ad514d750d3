/** One rule of sentence segmentation, in the manner of SRX 2.0: at a candidate, the first rule whose `before` matches the
 *  text that ends there and whose `after` matches the text that begins there decides; where none does, there is no
 *  break. Both are sources of regular expressions with the flag `u`; an empty one matches everywhere. Repetitions are
 *  bounded, so that a rule costs the same at every candidate of a text of any length. */
export interface BreakRule {
  readonly name: string;
  readonly breaks: boolean;
  readonly before: string;
  readonly after: string;
}

const raw = String.raw;

/** Members of character classes: what may end a sentence, what belongs to the sentence before it and after it, joiners
 *  and marks of direction. */
export const terminators = '.!?؟۔…‼⁇⁈⁉';
export const closers = raw`"'»”’›)\]}`;
export const openers = raw`"'«“‘‹(\[{`;
export const invisible = raw`\u200c-\u200f\u061c\u202c\u2069`;

/** Line ends inside a paragraph. */
const lineEnds = raw`\v\f\u0085\u2028`;

/** Where sentences may end: after a run of terminators with what closes them, be it after a space, and references like
 *  `[3]`; and after a line end. Everywhere else there is no break. */
export const candidates = raw`[${terminators}](?:[${terminators}${closers}${invisible}]|\s[»”)\]}]|\[\p{Nd}{1,3}\])*|[${lineEnds}]`;

/** Assertions that a word begins here, ends here. */
export const wordStart = raw`(?<![\p{L}\p{M}\p{N}\u200c\u200d])`;
export const wordEnd = raw`(?![\p{L}\p{M}\p{N}\u200c\u200d])`;

/** The full stop of an abbreviation with what closes it. */
export const stop = raw`\.[${closers}${invisible}]{0,4}`;

/** The first rules of every language; `abbreviation` is the source of what a full stop after it ends no sentence. */
export function firstRules(abbreviation: string): readonly BreakRule[] {
  const start = raw`^|^\s{1,8}|[:؛;]\s{1,8}|(?<!${abbreviation})[${terminators}${closers}]\s{1,8}`;
  return [
    { name: 'line end', breaks: true, before: `[${lineEnds}]`, after: '' },
    { name: 'number, date or time', breaks: false, before: raw`\p{Nd}\.`, after: raw`\p{Nd}` },
    {
      name: 'spaced ellipsis',
      breaks: false,
      before: `[${terminators}]`,
      after: raw`\s{1,2}[${terminators}](?![.…\p{L}\p{N}])`,
    },
    { name: 'remark in brackets', breaks: false, before: raw`[(\[]\s?[${terminators}]{1,4}[)\]]`, after: '' },
    { name: 'address', breaks: false, before: raw`(?:\/\/|www\.)\S{0,200}`, after: raw`\S` },
    {
      name: 'number of a list item',
      breaks: false,
      before: raw`(?:${start})[(–-]?\p{Nd}{1,3}\.`,
      after: raw`\s`,
    },
  ];
}

/** The rule that breaks where no other rule forbids it. */
export const spaceAfterEnd: BreakRule = { name: 'space after the end', breaks: true, before: '', after: raw`\s` };
