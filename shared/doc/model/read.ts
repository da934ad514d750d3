import type { Node } from 'prosemirror-model';
import type { Span } from '../../core/span.ts';
import { anchorId, type MentionAttrs, mentionAttrs, type SegmentAttrs, segmentAttrs } from './schema.ts';

/** A segment as it stands in a document. */
export interface Segment extends SegmentAttrs {
  readonly node: Node;
  /** Position before the segment node; its rendering begins at `pos + 1`. */
  readonly pos: number;
  /** 0-based place among all segments. */
  readonly index: number;
  /** The rendering. */
  readonly text: string;
}

/** Calls `visit` for each segment in order until it returns `false`. */
export function eachSegment(doc: Node, visit: (node: Node, pos: number, index: number) => boolean | undefined): void {
  let pos = 0;
  let index = 0;
  for (const page of doc.children) {
    if (page.type.name !== 'page') return;
    let inside = pos + 1;
    for (const node of page.children) {
      if (visit(node, inside, index) === false) return;
      inside += node.nodeSize;
      index += 1;
    }
    pos += page.nodeSize;
  }
}

/** The pages in order. */
export function pages(doc: Node): readonly Node[] {
  return doc.children.filter(({ type }) => type.name === 'page');
}

/** The segment nodes in order, for a look at all of them that needs no positions. */
export function* segmentNodes(doc: Node): Generator<Node> {
  for (const page of doc.children) if (page.type.name === 'page') yield* page.children;
}

/** All segments in order. */
export function segments(doc: Node): readonly Segment[] {
  const all: Segment[] = [];
  eachSegment(doc, (node, pos, index) => {
    all.push(segmentOf(node, pos, index));
    return true;
  });
  return all;
}

/** The number of segments, counted by pages. */
export function segmentCount(doc: Node): number {
  let count = 0;
  for (const page of doc.children) if (page.type.name === 'page') count += page.childCount;
  return count;
}

/** The segment that holds `pos`, or `null` between segments and in the standoff. */
export function segmentAt(doc: Node, pos: number): Segment | null {
  const $pos = doc.resolve(pos);
  if ($pos.depth < 2) return null;
  const node = $pos.node(2);
  let index = $pos.index(1);
  for (let page = 0; page < $pos.index(0); page++) index += doc.child(page).childCount;
  return segmentOf(node, $pos.before(2), index);
}

/** The segment at place `index`, or `null` past the end. */
export function segmentByIndex(doc: Node, index: number): Segment | null {
  let pos = 0;
  let first = 0;
  for (const page of doc.children) {
    if (page.type.name !== 'page') return null;
    if (index < first + page.childCount) {
      let inside = pos + 1;
      for (let child = 0; child < index - first; child++) inside += page.child(child).nodeSize;
      return index < 0 ? null : segmentOf(page.child(index - first), inside, index);
    }
    first += page.childCount;
    pos += page.nodeSize;
  }
  return null;
}

/** The segment with that id, or `null`. Costs a look at each page: what is on a page is known until it changes. */
export function segmentById(doc: Node, id: string): Segment | null {
  let pos = 0;
  let first = 0;
  for (const page of doc.children) {
    if (page.type.name !== 'page') return null;
    const place = placesOn(page).get(id);
    if (place) return segmentOf(page.child(place.index), pos + 1 + place.offset, first + place.index);
    first += page.childCount;
    pos += page.nodeSize;
  }
  return null;
}

/** Where a segment stands on its page: its place, and its position in the page. */
interface PagePlace {
  readonly index: number;
  readonly offset: number;
}

const places = new WeakMap<Node, ReadonlyMap<string, PagePlace>>();

/** The first segment with an id stands for all that have it. */
function placesOn(page: Node): ReadonlyMap<string, PagePlace> {
  const known = places.get(page);
  if (known) return known;
  const found = new Map<string, PagePlace>();
  let offset = 0;
  for (const [index, node] of page.children.entries()) {
    const { id } = segmentAttrs(node);
    if (!found.has(id)) found.set(id, { index, offset });
    offset += node.nodeSize;
  }
  places.set(page, found);
  return found;
}

/** All mentions of the standoff, in its order. */
export function mentions(doc: Node): readonly MentionAttrs[] {
  return doc.lastChild?.children.map(mentionAttrs) ?? [];
}

/** Where anchors stand in one rendering: mention id and its ranges in the segment's text, adjoining ones joined. */
export function anchors(segment: Node): ReadonlyMap<string, readonly Span[]> {
  const found = new Map<string, Span[]>();
  let from = 0;
  for (const piece of segment.children) {
    const to = from + piece.nodeSize;
    for (const mark of piece.marks) {
      const id = anchorId(mark);
      const ranges = found.get(id) ?? [];
      const last = ranges.at(-1);
      if (last && last.to === from) ranges[ranges.length - 1] = { from: last.from, to };
      else ranges.push({ from, to });
      found.set(id, ranges);
    }
    from = to;
  }
  return found;
}

/** Attribute by attribute: a spread of the attributes takes four times as long, and documents have many segments. */
function segmentOf(node: Node, pos: number, index: number): Segment {
  const { id, from, to, kind, status, origin, taken, links, alignment, leftOut } = segmentAttrs(node);
  const said = { id, from, to, kind, status, origin, taken, links, alignment, leftOut };
  return { ...said, node, pos, index, text: node.textContent };
}
