import type { Span } from '../../core/span.ts';
import { DIGIT, HALF, LETTER, MARK, NUMBER, unitKind } from '../characters/unit-kind.ts';

/** A word or a number of a text. */
export interface Token extends Span {
  readonly text: string;
}

/** A token, or what stands between two tokens. */
export interface Piece extends Token {
  readonly kind: 'word' | 'gap';
}

/** Letters with their marks, ZWNJ and ZWJ, soft hyphens and word joiners; digits with their separators; an apostrophe and
 *  what follows it. One definition for both languages and both sides of the wire: ICU word breaks differ between engines. The bounds are
 *  beyond any word: without them an endless one would exhaust the stack of the engine. */
const token =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u2060\u200c\u200d]{0,9999}(?:[٫٬.,]\p{Nd}{1,99}){0,99}(?:[’']\p{L}{1,99})?/gu;

/** The words and numbers of `text`, in order. A token always begins with a letter or a digit. */
export function tokens(text: string): readonly Token[] {
  return Array.from(text.matchAll(token), ({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    text: word,
  }));
}

/** The words of `text` and the gaps between them; joined, they are `text` again. */
export function pieces(text: string): readonly Piece[] {
  const all: Piece[] = [];
  let from = 0;
  const gap = (to: number) => {
    if (from < to) all.push({ kind: 'gap', from, to, text: text.slice(from, to) });
  };
  for (const word of tokens(text)) {
    gap(word.from);
    all.push({ kind: 'word', ...word });
    from = word.to;
  }
  gap(text.length);
  return all;
}

/** How many words and numbers `text` holds: `tokens` without the pattern, which takes ten times as long. */
export function countWords(text: string): number {
  let words = 0;
  for (let at = 0; at < text.length; ) {
    const kind = unitKind(text.charCodeAt(at));
    if ((kind & HALF) !== 0) return matchedWords(text);
    if ((kind & (LETTER | NUMBER)) === 0) {
      at += 1;
      continue;
    }
    words += 1;
    const end = wordEnd(text, at);
    // What comes near the bounds of the pattern is left to it.
    if (end - at > SHORT) return matchedWords(text);
    at = end;
  }
  return words;
}

const SHORT = 99;

/** Where the token ends that begins at `from`, if no half of a character stands in it and it is short. */
function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (isInside(text.charCodeAt(at))) at += 1;
  while (isSeparator(text.charCodeAt(at)) && (unitKind(text.charCodeAt(at + 1)) & DIGIT) !== 0) {
    at += 2;
    while ((unitKind(text.charCodeAt(at)) & DIGIT) !== 0) at += 1;
  }
  const mark = text.charCodeAt(at);
  if ((mark === 0x27 || mark === 0x2019) && (unitKind(text.charCodeAt(at + 1)) & LETTER) !== 0) {
    at += 2;
    while ((unitKind(text.charCodeAt(at)) & LETTER) !== 0) at += 1;
  }
  return at;
}

function isInside(unit: number): boolean {
  if ((unitKind(unit) & (LETTER | MARK | NUMBER)) !== 0) return true;
  return unit === 0x200c || unit === 0x200d || unit === 0xad || unit === 0x2060;
}

function isSeparator(unit: number): boolean {
  return unit === 0x2e || unit === 0x2c || unit === 0x66b || unit === 0x66c;
}

function matchedWords(text: string): number {
  let words = 0;
  token.lastIndex = 0;
  while (token.test(text)) words += 1;
  return words;
}
