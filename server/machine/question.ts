import type { Agreed } from '../../shared/core/machine.ts';

/** A Persian text that its English is wanted of, with what helps to say it. */
export interface Question {
  readonly text: string;
  /** The rows beside it; `null` at an edge. */
  readonly before: Agreed | null;
  readonly after: Agreed | null;
  /** The agreed names in the text, and its terms. */
  readonly names: readonly Agreed[];
  readonly terms: readonly Agreed[];
}

/** The text with the English of agreed names and terms in their place, by `put`, the longest first: for machines that are told nothing
 *  but a text. `keep` is done to what stands between them. A name counts only where no letter stands beside it: a longer word that
 *  begins like it is another one. */
export function withAgreed(
  { text, names, terms }: Question,
  put: (english: string) => string,
  keep: (persian: string) => string = (persian) => persian,
): string {
  const english = new Map(
    [...terms, ...names].filter(({ fa, en }) => fa !== '' && en !== '').map(({ fa, en }) => [fa, en]),
  );
  if (english.size === 0) return keep(text);
  const longest = [...english.keys()].sort((a, b) => b.length - a.length).map(escaped);
  // ZWNJ joins what follows to the word.
  const places = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}\\u200c])(?:${longest.join('|')})(?![\\p{L}\\p{M}\\p{N}\\u200c])`,
    'gu',
  );
  const parts: string[] = [];
  let end = 0;
  for (const { index, 0: found } of text.matchAll(places)) {
    parts.push(keep(text.slice(end, index)), put(english.get(found) ?? found));
    end = index + found.length;
  }
  return [...parts, keep(text.slice(end))].join('');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
