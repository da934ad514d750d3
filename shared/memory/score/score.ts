import type { Span } from '../../core/span.ts';
import { foldKey } from '../../language/characters/fold.ts';
import { likenessKey } from '../key/key.ts';
import { changed, type Substituted, unchanged } from './change.ts';
import { dateSwaps } from './dates.ts';
import { type LinkedNames, nameSwaps } from './names.ts';
import { likeness } from './near-words.ts';
import { numberChanges, writtenNumbers } from './numbers.ts';
import type { Swap } from './swap.ts';

/** What a match is: the very same text (between the same neighbours or not), the same but for its numbers, dates and names, but for the way it is typed,
 *  or one that is like it. */
export const matchKinds = ['context', 'exact', 'substituted', 'near', 'fuzzy'] as const;
export type MatchKind = (typeof matchKinds)[number];

/** How well a unit of a memory fits a text. */
export interface Scored {
  /** 100 the same but for nothing, 99 once its numbers, dates and linked names are replaced, 95–98 where only spacing, punctuation, hamza or the way of typing
   *  differ, up to 94 by the words. */
  readonly score: number;
  readonly kind: MatchKind;
  /** What is to be inserted: the unit's rendering, its numbers, dates and linked names replaced where the text has others. */
  readonly target: Substituted;
}

/** No linked names. */
const noNames: LinkedNames = { wanted: [], known: [] };

/** Scores the unit `source`–`target` for `query`; `coarse` is their likeness by whole words, where it is known. Linked names and dates give
 *  way to those of `query` where all else is the same. */
export function scored(query: string, source: string, target: string, coarse = 0, names = noNames): Scored {
  const asIs = unchanged(target);
  const swapped = withSwaps(query, source, target, nameSwaps(query, source, target, names));
  // The very same words may name somebody else; then they are like any others.
  const isOther = swapped !== null && swapped.target.places.length > 0;
  if (query === source && !isOther) return { score: 100, kind: 'exact', target: swapped?.target ?? asIs };
  const replaced = withSwaps(query, source, target, []);
  const best = [swapped, replaced].find((made) => made && isAlike(query, made.source));
  if (best) {
    const level = typedLike(query, best.source);
    if (best.target.places.length === 0 && sameNumbers(query, source)) {
      return { score: level, kind: 'near', target: best.target };
    }
    return { score: level === 98 ? 99 : 95, kind: 'substituted', target: best.target };
  }
  const score = Math.min(94, Math.floor(100 * likeness(query, source, coarse) + 1e-9));
  const numbers = numberChanges(query, source, target);
  return { score, kind: 'fuzzy', target: (numbers && changed(target, numbers)) ?? asIs };
}

/** A unit with names, dates and numbers of a text in it. */
interface Made {
  /** Its Persian, with the names and dates of the text. */
  readonly source: string;
  readonly target: Substituted;
}

function withSwaps(query: string, source: string, target: string, names: readonly Swap[]): Made | null {
  const all = [...names, ...apart(dateSwaps(query, source, target), names)];
  const made = changed(
    source,
    all.map(({ source }) => source),
  );
  if (made === null) return null;
  const done = { source: made.places, target: all.map(({ target }) => target) };
  const numbers = numberChanges(query, made.text, target, done);
  const put = numbers && changed(target, [...done.target, ...numbers]);
  return put && { source: made.text, target: put };
}

/** Those that touch none of `others`. */
function apart(swaps: readonly Swap[], others: readonly Swap[]): readonly Swap[] {
  const isApart = (one: Span, other: Span) => one.to <= other.from || other.to <= one.from;
  return swaps.filter((swap) =>
    others.every((other) => isApart(swap.source, other.source) && isApart(swap.target, other.target)),
  );
}

function isAlike(query: string, source: string): boolean {
  const key = likenessKey(query);
  return key !== '' && key === likenessKey(source);
}

/** The score of a unit that stands at 100 and whose `neighbours` (0, 1 or 2) are those of the text. */
export function inContext(scored: Scored, neighbours: number): Scored {
  if (scored.kind !== 'exact' || neighbours === 0) return scored;
  return { ...scored, kind: 'context', score: 100 + neighbours };
}

function sameNumbers(one: string, other: string): boolean {
  const [a, b] = [writtenNumbers(one), writtenNumbers(other)];
  return a.length === b.length && a.every(({ digits }, at) => digits === b[at]?.digits);
}

/** 98 where two texts differ, numbers aside, only as the same letters can be typed; 97 also in punctuation, hamza or case; 96 also in
 *  spaces between words. */
function typedLike(one: string, other: string): number {
  const same = (level: 'fold' | 'search') => masked(one, level) === masked(other, level);
  if (same('fold')) return 98;
  return same('search') ? 97 : 96;
}

function masked(text: string, level: 'fold' | 'search'): string {
  return foldKey(text, level).replace(/\d+(?:[ .,/:٫٬]\d+)*/g, '#');
}
