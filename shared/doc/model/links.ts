import type { Node } from 'prosemirror-model';
import { covers, type Span, spanKey } from '../../core/span.ts';
import { commonSubsequence } from '../../language/words/common-subsequence.ts';
import { type Token, tokens } from '../../language/words/token.ts';
import { type Link, type LinkLayer, type Links, segmentAttrs } from './schema.ts';

/**
 * Word links are soft. Each layer of them keeps the rendering that it was made for; what has become of it is told by the
 * words that both texts share, however the text came to be what it is: by typing, by undo, by somebody else's change. So no
 * change of a text has to write links, and a text that comes back brings them back. Nothing here drops a link.
 */

/** A link as it was made, and what of it is still there. */
export interface StaleLink {
  readonly link: Link;
  /** The English that it was made for. */
  readonly was: string;
  /** Where its English stands now; `null` where its words have changed. */
  readonly rendering: Span | null;
}

/** The links of a segment as they read now. */
export interface ReadLinks {
  /** Those that fit: ranges of the whole source, and of the rendering as it is. */
  readonly current: readonly Link[];
  /** Those whose English has changed, or whose Persian is gone or stands in another segment by now. */
  readonly stale: readonly StaleLink[];
}

/** A segment as far as links are about it. `from` and `to` are offsets of the whole source. */
export interface LinkedText extends Span {
  readonly text: string;
  readonly links: Links | null;
}

/** The links of a segment whose rendering reads `rendering`: the word alignment `pairs`, `null` when there is none. */
export function linksFor(rendering: string, pairs: readonly Link[]): Links | null {
  return pairs.length > 0 ? [{ rendering, pairs }] : null;
}

/** The links of a segment node, read once as long as it stays. */
export function segmentLinks(node: Node): ReadLinks {
  const known = read.get(node);
  if (known) return known;
  const { from, to, links } = segmentAttrs(node);
  const found = links ? readLinks({ from, to, links, text: node.textContent }) : nothing;
  read.set(node, found);
  return found;
}

const read = new WeakMap<Node, ReadLinks>();
const nothing: ReadLinks = { current: [], stale: [] };

/** Finds the links of a segment in its rendering. A pair that two layers have is told once. */
export function readLinks(segment: LinkedText): ReadLinks {
  const current: Link[] = [];
  const stale: StaleLink[] = [];
  const seen = new Set<string>();
  for (const layer of segment.links ?? []) {
    for (const { link, now } of placed(layer, segment.text)) {
      const key = `${spanKey(link.source)} ${now ? spanKey(now) : `${layer.rendering} ${spanKey(link.rendering)}`}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (now && link.source.from < link.source.to && covers(segment, link.source))
        current.push({ ...link, rendering: now });
      else stale.push({ link, was: layer.rendering.slice(link.rendering.from, link.rendering.to), rendering: now });
    }
  }
  return { current, stale };
}

/** The links of the two parts of a split, whose renderings begin at 0 and at `offset` of the whole. Every link goes to one
 *  of them: by its Persian, which of the second begins at `border`. One that reaches over the cut is stale there, and fits
 *  again once the parts are merged. */
export function splitLinks(
  whole: LinkedText,
  left: string,
  right: string,
  offset: number,
  border: number,
): readonly [Links | null, Links | null] {
  const layers = settled(whole);
  const part = (text: string, start: number, isOwn: (source: Span) => boolean) => {
    const own = layers.map((layer) => ({ ...layer, pairs: layer.pairs.filter(({ source }) => isOwn(source)) }));
    const range = { from: start, to: start + text.length };
    const isHere = (layer: LinkLayer, { rendering }: Link) =>
      text !== '' && layer.rendering === whole.text && covers(range, rendering);
    const here = own.flatMap((layer) =>
      layer.pairs
        .filter((pair) => isHere(layer, pair))
        .map((pair) => ({ ...pair, rendering: shifted(pair.rendering, -start) })),
    );
    const away = own.map((layer) => ({ ...layer, pairs: layer.pairs.filter((pair) => !isHere(layer, pair)) }));
    return asLinks([{ rendering: text, pairs: here }, ...away]);
  };
  return [part(left, 0, (source) => source.from < border), part(right, offset, (source) => source.from >= border)];
}

/** The links of two neighbours joined into `rendering`, in which the text of `right` begins at `offset`. */
export function joinedLinks(left: LinkedText, right: LinkedText, rendering: string, offset: number): Links | null {
  const moved = (whole: LinkedText, by: number) => {
    const layers = settled(whole);
    const isNow = (layer: LinkLayer) => layer.rendering === whole.text;
    return {
      now: layers.filter(isNow).flatMap(({ pairs }) => pairs.map((pair) => movedPair(pair, by))),
      older: layers.filter((layer) => !isNow(layer)),
    };
  };
  const [first, second] = [moved(left, 0), moved(right, offset)];
  return asLinks([{ rendering, pairs: [...first.now, ...second.now] }, ...first.older, ...second.older]);
}

/** The links of a segment with `pairs` as those that fit, in place of the ones that did, and of the stale ones those that
 *  `isKept`. */
export function withCurrent(
  segment: LinkedText,
  pairs: readonly Link[],
  isKept: (stale: StaleLink) => boolean = () => true,
): Links | null {
  const stale = readLinks(segment).stale.filter(isKept);
  const keys = new Set(stale.map(({ link, was }) => staleKey(link, was)));
  const older = (segment.links ?? []).map((layer) => ({
    ...layer,
    pairs: layer.pairs.filter((link) =>
      keys.delete(staleKey(link, layer.rendering.slice(link.rendering.from, link.rendering.to))),
    ),
  }));
  return asLinks([{ rendering: segment.text, pairs }, ...older]);
}

/** The layers of a segment with all pairs that are found in its rendering in one of that. */
function settled({ text, links }: LinkedText): readonly LinkLayer[] {
  const found = (links ?? []).map((layer) => ({ layer, placed: placed(layer, text) }));
  const now = found.flatMap(({ placed }) =>
    placed.flatMap(({ link, now }) => (now ? [{ ...link, rendering: now }] : [])),
  );
  const older = found.map(({ layer, placed }) => ({
    ...layer,
    pairs: placed.flatMap(({ link, now }) => (now ? [] : [link])),
  }));
  return [{ rendering: text, pairs: now }, ...older];
}

function asLinks(layers: readonly LinkLayer[]): Links | null {
  const seen = new Set<string>();
  const filled = layers.flatMap(({ rendering, pairs }) => {
    const own = pairs.filter((pair) => {
      const key = `${spanKey(pair.source)} ${spanKey(pair.rendering)} ${rendering}`;
      return !seen.has(key) && seen.add(key);
    });
    return own.length > 0 ? [{ rendering, pairs: own }] : [];
  });
  return filled.length > 0 ? filled : null;
}

interface Placed {
  readonly link: Link;
  readonly now: Span | null;
}

/** Where the English of each pair stands in `text`. A range keeps its place as long as all of its words are there, one
 *  behind the other; the case of letters is no difference. */
function placed({ rendering, pairs }: LinkLayer, text: string): readonly Placed[] {
  if (rendering === text) return pairs.map((link) => ({ link, now: link.rendering }));
  const [before, after] = [tokens(rendering), tokens(text)];
  const partner = new Map(commonSubsequence(before.map(wordKey), after.map(wordKey)));
  return pairs.map((link) => ({ link, now: movedSpan(link.rendering, before, after, partner) }));
}

function movedSpan(
  { from, to }: Span,
  before: readonly Token[],
  after: readonly Token[],
  partner: ReadonlyMap<number, number>,
): Span | null {
  const first = countWhile(before, (word) => word.to <= from);
  const last = countWhile(before, (word) => word.from < to) - 1;
  const [start, end] = [partner.get(first), partner.get(last)];
  const [left, right] = [before[first], before[last]];
  if (start === undefined || end === undefined || !left || !right || first > last) return null;
  const [newLeft, newRight] = [after[start], after[end]];
  if (!newLeft || !newRight || end - start !== last - first || from < left.from || to > right.to) return null;
  for (let index = first; index <= last; index++) if (partner.get(index) !== start + index - first) return null;
  return { from: newLeft.from + from - left.from, to: newRight.to + to - right.to };
}

/** How many words from the first on are as `isBefore` says, which is true of no word behind one of which it is not. */
function countWhile(words: readonly Token[], isBefore: (word: Token) => boolean): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const word = words[middle];
    if (word && isBefore(word)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function wordKey({ text }: Token): string {
  return text.toLowerCase();
}

function staleKey({ source, rendering }: Link, was: string): string {
  return `${spanKey(source)} ${spanKey(rendering)} ${was}`;
}

function movedPair(pair: Link, by: number): Link {
  return { ...pair, rendering: shifted(pair.rendering, by) };
}

function shifted({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by };
}
