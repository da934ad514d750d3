import type { Span } from '../../core/span.ts';
import type { Link, Links } from './schema.ts';

/** The links of a segment whose rendering reads `rendering`: the word alignment `pairs`, `null` when there is none. */
export function linksFor(rendering: string, pairs: readonly Link[]): Links | null {
  return pairs.length > 0 ? { hash: renderingHash(rendering), pairs } : null;
}

/** True when the links were made for another text than `rendering`. */
export function areStale(links: Links, rendering: string): boolean {
  return links.hash !== renderingHash(rendering);
}

/** Tells the rendering that links were made for from later ones: its length and the FNV-1a hash (32 bits) of its UTF-16
 *  units (Fowler, Noll, Vo: draft-eastlake-fnv-17, section 2). */
export function renderingHash(rendering: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < rendering.length; index++) {
    hash = Math.imul(hash ^ rendering.charCodeAt(index), 0x01000193);
  }
  return `${rendering.length}-${(hash >>> 0).toString(16)}`;
}

/** A rendering with its links. */
export interface LinkedText {
  readonly text: string;
  readonly links: Links | null;
}

/** The links of `whole` that lie wholly inside a part of it: `source` is the part's range, `rendering` its text, which
 *  begins at `offset` of the whole's. Links that reach over the cut belong to no part. Stale links stay stale. */
export function partLinks(whole: LinkedText, source: Span, rendering: string, offset: number): Links | null {
  if (!whole.links) return null;
  const pairs = whole.links.pairs
    .map((pair) => ({ ...pair, rendering: shifted(pair.rendering, -offset) }))
    .filter((pair) => inside(pair.source, source) && inside(pair.rendering, { from: 0, to: rendering.length }));
  return rehashed(whole, rendering, pairs);
}

/** The links of two neighbours joined into `rendering`, in which the text of `right` begins at `offset`. They are stale
 *  when those of either side were. */
export function joinedLinks(left: LinkedText, right: LinkedText, rendering: string, offset: number): Links | null {
  const moved = right.links?.pairs.map((pair) => ({ ...pair, rendering: shifted(pair.rendering, offset) })) ?? [];
  const pairs = [...(left.links?.pairs ?? []), ...moved];
  const stale = [left, right].find(({ links, text }) => links && areStale(links, text));
  return rehashed(stale ?? left, rendering, pairs);
}

function rehashed({ links, text: before }: LinkedText, rendering: string, pairs: readonly Link[]): Links | null {
  if (pairs.length === 0) return null;
  return links && areStale(links, before) ? { hash: links.hash, pairs } : linksFor(rendering, pairs);
}

function shifted({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by };
}

function inside(span: Span, whole: Span): boolean {
  return span.from >= whole.from && span.to <= whole.to;
}
