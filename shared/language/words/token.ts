import type { Span } from '../../core/span.ts';

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

/** How many words and numbers `text` holds. */
export function countWords(text: string): number {
  let words = 0;
  token.lastIndex = 0;
  while (token.test(text)) words += 1;
  return words;
}
