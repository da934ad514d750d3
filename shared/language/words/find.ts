import type { Span } from '../../core/span.ts';
import { type Folded, fold } from '../characters/fold.ts';
import { type Graphemes, graphemes } from '../characters/grapheme.ts';

/** What of a text a query has to meet: whole words, the beginning of a word, or any part of it. */
export type FindMode = 'word' | 'prefix' | 'substring';

/** A text made ready for many searches. */
export interface Haystack {
  readonly raw: string;
  readonly folded: Folded;
  readonly graphemes: Graphemes;
}

/** A query made ready for many texts. */
export interface Needle {
  readonly text: string;
  readonly mode: FindMode;
  /** True for a query that folds to nothing («؛», a ZWNJ): it is looked for as it is, wherever it stands. */
  readonly literal: boolean;
}

/** Where `query` occurs in `raw`, whatever the spelling of either: `همکاری‌های` meets `همكاريهاي` and `همکاری های`.
 *  Both are compared at level `tight`; the ends of words are then checked in `raw`, so that a query of two words also
 *  meets them written solid, but never begins or ends inside a word unless `mode` allows it. The ranges are raw offsets,
 *  in order, without overlap, and cut no grapheme. A blank query is nowhere. */
export function find(raw: string, query: string, mode: FindMode): readonly Span[] {
  return findIn(haystack(raw), needle(query, mode));
}

/** `raw` made ready for `findIn`. */
export function haystack(raw: string): Haystack {
  return { raw, folded: fold(raw, 'tight'), graphemes: graphemes(raw) };
}

/** `query` made ready for `findIn`. */
export function needle(query: string, mode: FindMode): Needle {
  const { text } = fold(query, 'tight');
  if (text !== '') return { text, mode, literal: false };
  return { text: /^\s*$/.test(query) ? '' : query, mode: 'substring', literal: true };
}

/** As `find`, for a text and a query that were made ready. */
export function findIn(hay: Haystack, { text, mode, literal }: Needle): readonly Span[] {
  if (text === '') return [];
  const { floor, ceil } = hay.graphemes;
  const searched = literal ? hay.raw : hay.folded.text;
  const found: Span[] = [];
  let at = searched.indexOf(text);
  while (at >= 0) {
    const end = at + text.length;
    const hit = literal ? { from: at, to: end } : rawRange(hay, at, end, mode);
    const isNew = hit !== null && hit.from >= (found.at(-1)?.to ?? 0);
    if (isNew) found.push({ from: floor(hit.from), to: ceil(hit.to) });
    at = searched.indexOf(text, isNew ? end : at + 1);
  }
  return found;
}

/** The raw range of the folded units `[first, end)`, or `null` when it ends where `mode` does not let it. */
function rawRange({ raw, folded }: Haystack, first: number, end: number, mode: FindMode): Span | null {
  let from = folded.start[first] as number;
  let to = folded.end[end - 1] as number;
  if (mode === 'substring') return { from, to };
  const before = first === 0 ? 0 : (folded.end[first - 1] as number);
  if (first > 0 && isWordPart(raw, before - 1) && !hasSeparator(raw, before, from)) return null;
  while (from > before && isWordPart(raw, from - 1)) from -= 1;
  if (mode === 'prefix') return { from, to };
  const after = folded.start[end] ?? raw.length;
  if (after < raw.length && isWordPart(raw, after) && !hasSeparator(raw, to, after)) return null;
  while (to < after && isWordPart(raw, to)) to += 1;
  return { from, to };
}

/** Letters, digits and what is written on or between them. Of what folding drops: vowel marks, tatweel, ZWNJ. */
function isWordPart(raw: string, at: number): boolean {
  const before = raw.codePointAt(at - 1) ?? 0;
  const char = String.fromCodePoint(before > 0xffff ? before : (raw.codePointAt(at) ?? 0));
  return /[\p{L}\p{M}\p{N}\u200c\u200d]/u.test(char);
}

function hasSeparator(raw: string, from: number, to: number): boolean {
  return from < to && /[\p{P}\p{S}\p{Z}\p{Cc}\u200b]/u.test(raw.slice(from, to));
}
