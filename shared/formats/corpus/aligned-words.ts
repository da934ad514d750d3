import type { Span } from '../../core/span.ts';
import { isBlank } from '../../language/characters/blank.ts';
import { pieces } from '../../language/words/token.ts';
import type { Fitting } from './format.ts';
import type { CorpusRow, LossRule, Side } from './row.ts';

/** A link by the places of its words, counted from 0. */
export interface WordPair {
  readonly fa: number;
  readonly en: number;
  readonly sure: boolean;
}

/** A row as the formats of word alignment see it. */
export interface AlignedWords {
  readonly fa: readonly string[];
  readonly en: readonly string[];
  /** By the Persian word, then by the English one. */
  readonly pairs: readonly WordPair[];
}

/** One space for each character that would end a line somewhere; no offset moves. */
export const sameLengthLine: Fitting = {
  rule: 'line-break',
  sign: /[^\t\u0020-\u007e\u00a0-\u2027\u202a-\uffff]/,
  pattern: /(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/gu,
  replacement: ' ',
};

/** The words of both sides, punctuation by itself, and the links between them. A link of a range is one of every word that
 *  the range touches; of two links of the same words the sure one counts. */
export function alignedWords({ fa, en, links }: CorpusRow): AlignedWords {
  const [persian, english] = [wordSpans(fa), wordSpans(en)];
  const pairs = new Map<string, WordPair>();
  for (const link of links) {
    const [left, right] = [touchedWords(persian, link.fa), touchedWords(english, link.en)];
    for (let one = left.from; one < left.to; one++) {
      for (let other = right.from; other < right.to; other++) {
        const key = `${one} ${other}`;
        pairs.set(key, { fa: one, en: other, sure: link.sure || pairs.get(key)?.sure === true });
      }
    }
  }
  return {
    fa: persian.map(({ from, to }) => fa.slice(from, to)),
    en: english.map(({ from, to }) => en.slice(from, to)),
    pairs: [...pairs.values()].sort((a, b) => a.fa - b.fa || a.en - b.en),
  };
}

/** Whether the words of these sides with one space between them are another text. */
export function spacing(row: CorpusRow, sides: readonly Side[]): readonly LossRule[] {
  const isLost = sides.some((side) => {
    const words = wordSpans(row[side]).map(({ from, to }) => row[side].slice(from, to));
    return words.join(' ') !== row[side];
  });
  return isLost ? ['spacing'] : [];
}

/** Where the words of a text stand, and what else can be read in it, as ranges without any white space, in order. */
export function wordSpans(text: string): readonly Span[] {
  return pieces(text).flatMap(({ kind, from, to, text: piece }): readonly Span[] => {
    if (kind === 'word') return [{ from, to }];
    return Array.from(piece.matchAll(/[^\s\p{Cc}\p{Z}]+/gu), ({ 0: sign, index }) => ({ sign, from: from + index }))
      .filter(({ sign }) => !isBlank(sign))
      .map(({ sign, from: start }) => ({ from: start, to: start + sign.length }));
  });
}

/** Which of `words`, that follow each other, a range touches, by their indexes; found by halving. */
export function touchedWords(words: readonly Span[], { from, to }: Span): Span {
  return { from: firstWhere(words, (word) => word.to > from), to: firstWhere(words, (word) => word.from >= to) };
}

/** The index of the first word for which `isBehind` holds, as it does for all that follow; their number where it holds for none. */
function firstWhere(words: readonly Span[], isBehind: (word: Span) => boolean): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(words[middle] ?? { from: 0, to: 0 })) high = middle;
    else low = middle + 1;
  }
  return low;
}
