import type { Transform } from 'prosemirror-transform';
import { overlap, type Span, spanKey } from '../../core/span.ts';
import { foldKey } from '../../language/characters/fold.ts';
import { tokens } from '../../language/words/token.ts';
import { LinkStep } from '../model/link-step.ts';
import { type LinkedText, readLinks, type StaleLink, withCurrent } from '../model/links.ts';
import { type Segment, segmentById } from '../model/read.ts';
import type { Link } from '../model/schema.ts';

/** Words of the two texts of a segment: ranges of the whole source, and of the rendering. */
export interface PickedWords {
  readonly source: readonly Span[];
  readonly rendering: readonly Span[];
}

/** Links every word of `picked` on one side with every one on the other. What was linked stays so and takes on `sure`;
 *  stale links of the same Persian words go, for somebody has decided about them. Refused where a side is empty, where a
 *  range does not lie in the segment, or where nothing would change. */
export function joinWords(tr: Transform, id: string, picked: PickedWords, sure: boolean): boolean {
  const pairs = picked.source.flatMap((source) =>
    picked.rendering.map((rendering): Link => ({ source: spanOf(source), rendering: spanOf(rendering), sure })),
  );
  return addLinks(tr, id, pairs, true);
}

/** Adds links; with `isOver`, one that is there takes on what the new one says, else it stays as it is. Refused as
 *  `joinWords`. */
export function addLinks(tr: Transform, id: string, pairs: readonly Link[], isOver = false): boolean {
  const segment = segmentById(tr.doc, id);
  if (!segment || pairs.length === 0 || !pairs.every((pair) => isInside(segment, pair))) return false;
  const fresh = new Map(pairs.map((pair) => [pairKey(pair), pair]));
  const { current } = readLinks(segment);
  const kept = current.map((pair) => {
    const other = fresh.get(pairKey(pair));
    fresh.delete(pairKey(pair));
    return other && isOver ? other : pair;
  });
  const isDecided = ({ link }: StaleLink) => pairs.some(({ source }) => overlap(source, link.source));
  return setCurrent(tr, segment, [...kept, ...fresh.values()], (stale) => !isDecided(stale));
}

/** Says of links whether they are sure. Refused where none of them is there or all of them say so already. */
export function setSure(tr: Transform, id: string, pairs: readonly Link[], sure: boolean): boolean {
  const wanted = new Set(pairs.map(pairKey));
  return changeCurrent(tr, id, (pair) => (wanted.has(pairKey(pair)) ? { ...pair, sure } : pair));
}

/** Takes links apart. Refused where none of them is there. */
export function removeLinks(tr: Transform, id: string, pairs: readonly Link[]): boolean {
  const gone = new Set(pairs.map(pairKey));
  return changeCurrent(tr, id, (pair) => (gone.has(pairKey(pair)) ? null : pair));
}

/** Takes apart all links among `picked`, or all of those words where only one side is picked; stale ones of its Persian
 *  words go too. Refused where there is none. */
export function takeApart(tr: Transform, id: string, picked: PickedWords): boolean {
  const segment = segmentById(tr.doc, id);
  if (!segment) return false;
  const { current } = readLinks(segment);
  const gone = linksAmong(current, picked);
  const isGone = new Set(gone.map(pairKey));
  const isDecided = ({ link }: StaleLink) => picked.source.some((span) => overlap(span, link.source));
  return setCurrent(
    tr,
    segment,
    current.filter((pair) => !isGone.has(pairKey(pair))),
    (stale) => !isDecided(stale),
  );
}

/** Forgets the stale links of a segment. Refused where there is none. */
export function forgetStale(tr: Transform, id: string): boolean {
  const segment = segmentById(tr.doc, id);
  return segment !== null && setCurrent(tr, segment, readLinks(segment).current, () => false);
}

/** The links among `picked`; where only one side is picked, all that its words have. */
export function linksAmong(links: readonly Link[], picked: PickedWords): readonly Link[] {
  const on = (spans: readonly Span[], other: readonly Span[], span: Span) =>
    spans.length === 0 ? other.length > 0 : spans.some((one) => overlap(one, span));
  return links.filter(
    ({ source, rendering }) =>
      on(picked.source, picked.rendering, source) && on(picked.rendering, picked.source, rendering),
  );
}

/** The word of `text` that reads `key`, in whatever spelling, and stands nearest to `place`; not the one that stands there.
 *  `null` where there is none. */
export function nearestWord(text: string, place: Span, key: string): Span | null {
  const alike = tokens(text).filter((word) => !overlap(word, place) && foldKey(word.text, 'search') === key);
  const [nearest] = alike.sort((a, b) => Math.abs(a.from - place.from) - Math.abs(b.from - place.from));
  return nearest ? spanOf(nearest) : null;
}

/** The same for two links of the same words. */
export function pairKey({ source, rendering }: Link): string {
  return `${spanKey(source)} ${spanKey(rendering)}`;
}

function changeCurrent(tr: Transform, id: string, change: (pair: Link) => Link | null): boolean {
  const segment = segmentById(tr.doc, id);
  if (!segment) return false;
  const { current } = readLinks(segment);
  const changed = current.map(change);
  if (changed.every((pair, index) => pair === current[index] || pair?.sure === current[index]?.sure)) return false;
  return setCurrent(
    tr,
    segment,
    changed.filter((pair) => pair !== null),
  );
}

function setCurrent(
  tr: Transform,
  segment: Segment,
  pairs: readonly Link[],
  isKept?: (stale: StaleLink) => boolean,
): boolean {
  const sorted = [...pairs].sort((a, b) => a.source.from - b.source.from || a.rendering.from - b.rendering.from);
  const before = readLinks(segment);
  const links = withCurrent(segment, sorted, isKept);
  const after = readLinks({ ...segment, links });
  if (same(before.current, after.current) && before.stale.length === after.stale.length) return false;
  const step = LinkStep.between(segment.pos, segment.links, links);
  if (!step) return false;
  tr.step(step);
  return true;
}

function same(before: readonly Link[], after: readonly Link[]): boolean {
  const known = new Map(before.map((pair) => [pairKey(pair), pair.sure]));
  return before.length === after.length && after.every((pair) => known.get(pairKey(pair)) === pair.sure);
}

function isInside(segment: LinkedText, { source, rendering }: Link): boolean {
  const within = (span: Span, from: number, to: number) => span.from < span.to && span.from >= from && span.to <= to;
  return within(source, segment.from, segment.to) && within(rendering, 0, segment.text.length);
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}
