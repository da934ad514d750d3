import type { Span } from '../../core/span.ts';
import { graphemes } from '../../language/characters/grapheme.ts';
import { tokens } from '../../language/words/token.ts';

/** Why a range of a text cannot be a mention: it reaches beyond the text, ends before it begins, covers nothing, or cuts a
 *  grapheme or a surrogate pair. */
export type SpanFault = 'outside' | 'reversed' | 'empty' | 'inside-character';

/** What is wrong with `span` as a mention of `text`; `null` when nothing is. */
export function spanFault(text: string, { from, to }: Span): SpanFault | null {
  if (![from, to].every(Number.isInteger) || from < 0 || to < 0 || from > text.length || to > text.length)
    return 'outside';
  if (from > to) return 'reversed';
  if (from === to) return 'empty';
  const { isBoundary } = graphemes(text);
  return isBoundary(from) && isBoundary(to) ? null : 'inside-character';
}

/** The mention that somebody means who selects `span`, in either direction: whole graphemes, without white space and marks of
 *  direction at the edges. `null` when nothing is left. */
export function selectedSpan(text: string, { from, to }: Span): Span | null {
  const { floor, ceil, isBoundary } = graphemes(text);
  let start = floor(Math.max(0, Math.min(from, to)));
  let end = ceil(Math.min(text.length, Math.max(from, to)));
  while (start < end && (isEdge(text, start) || !isBoundary(start))) start += 1;
  while (start < end && (isEdge(text, end - 1) || !isBoundary(end))) end -= 1;
  return start < end ? { from: start, to: end } : null;
}

/** `span` with the words whole that it cuts. An end at a seam inside a word stays, for somebody meant it: beside a ZWNJ or an
 *  apostrophe; and an English possessive is taken in only where the span reaches into it. */
export function wholeWords(text: string, { from, to }: Span): Span {
  const words = tokens(text);
  const first = words.find((word) => word.from < from && from < word.to);
  const last = words.find((word) => word.from < to && to < word.to);
  const name = last && last.to - (/['’]s?$/u.exec(last.text)?.[0].length ?? 0);
  const end = last && (to <= (name ?? 0) ? name : last.to);
  return {
    from: first && !isSeam(text, from) ? first.from : from,
    to: end !== undefined && !isSeam(text, to) ? end : to,
  };
}

function isSeam(text: string, at: number): boolean {
  return /[\u200c'’]/u.test(text.slice(at - 1, at + 1));
}

/** White space, the zero-width space, and marks of direction; not ZWNJ, which belongs to its word. */
function isEdge(text: string, at: number): boolean {
  return /[\s\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u.test(text[at] ?? '');
}
