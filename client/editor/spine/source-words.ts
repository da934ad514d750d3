import type { Span } from '../../../shared/core/span.ts';
import { pieces } from '../../../shared/language/sentences/pieces.ts';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { tokens } from '../../../shared/language/words/token.ts';

const opening = /[\p{Ps}\p{Pi}«"'“‘]/u;

/** Where a segment may begin inside `span` of the source: before each word but the first, with the marks that open it. */
export function wordStarts(source: string, span: Span): readonly number[] {
  const text = source.slice(span.from, span.to);
  return tokens(text)
    .slice(1)
    .map(({ from }) => {
      let start = from;
      while (start > 0 && opening.test(text.charAt(start - 1))) start -= 1;
      return span.from + start;
    });
}

/** The one of `places` that lies nearest to `offset`, or `null` when there is none. */
export function nearest(places: readonly number[], offset: number): number | null {
  let best: number | null = null;
  for (const place of places) {
    if (best === null || Math.abs(place - offset) < Math.abs(best - offset)) best = place;
  }
  return best;
}

/**
 * Where the source of a segment is most likely split when its rendering is split at `share` (0…1) of its length: at the
 * clause that begins near there, else at the nearest word.
 */
export function likelySplit(source: string, span: Span, share: number): number | null {
  const places = wordStarts(source, span);
  const aim = span.from + share * (span.to - span.from);
  const reach = 0.2 * (span.to - span.from);
  const clauses = places.filter((place) => /[.،؛:!؟…]\p{Pf}?\s*$/u.test(source.slice(span.from, place)));
  const clause = nearest(clauses, aim);
  return clause !== null && Math.abs(clause - aim) <= reach ? clause : nearest(places, aim);
}

/** Where `text` is cut at `offset` so that no word is: at the nearer edge of the word that it would cut, which begins or ends
 *  there then; elsewhere just there. What a hyphen, a slash, a stop inside an abbreviation or an address joins is one word. */
export function besideWord(text: string, offset: number): number {
  const cut = joined(text).find(({ from, to }) => from < offset && offset < to);
  if (!cut) return offset;
  return offset - cut.from < cut.to - offset ? cut.from : cut.to;
}

/** The words of an English text, those of one compound as one: `well-known`, `U.S.`, `and/or`, `a.b@c.org`. */
function joined(text: string): readonly Span[] {
  const words: { from: number; to: number }[] = [];
  for (const { from, to } of tokens(text)) {
    const last = words.at(-1);
    const between = last && text.slice(last.to, from);
    if (last && between && /^(?:[-‐‑‒/@_&+]|:\/\/)$/.test(between)) last.to = to;
    else if (last && between === '.' && !/\p{L}{2}$/u.test(text.slice(last.from, last.to))) last.to = to;
    else if (last && between === '.' && /^\p{Ll}/u.test(text.slice(from, to))) last.to = to;
    else words.push({ from, to });
  }
  const dotted = (to: number) => /^\.(?!\p{L})/u.test(text.slice(to, to + 2));
  return words.map(({ from, to }) => {
    const isInitials = /^(?:\p{L}\.)*\p{L}$/u.test(text.slice(from, to)) && text.slice(from, to).includes('.');
    return { from, to: isInitials && dotted(to) ? to + 1 : to };
  });
}

/** Where the last lead or sentence of a segment begins that has several; `null` in one that has not. */
export function lastSentence(source: string, span: Span): number | null {
  const last = pieces(source.slice(span.from, span.to), persianRules).at(-1)?.from ?? 0;
  return last > 0 ? span.from + last : null;
}

/** The word that begins at `offset` or after it. */
export function wordAt(source: string, offset: number): string {
  return tokens(source.slice(offset, offset + 80))[0]?.text ?? '';
}
