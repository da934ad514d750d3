import type { Node } from 'prosemirror-model';
import type { Span } from '../../../shared/core/span.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { findIn, type Needle, needle } from '../../../shared/language/words/find.ts';
import type { Side } from '../page/row-range.ts';
import type { Haystacks } from './haystacks.ts';

/** Where a query occurs in one segment. Ranges of the source count from the start of the whole source. */
export interface SegmentHits {
  readonly source: readonly Span[];
  readonly rendering: readonly Span[];
}

/** A place in a segment: one where the query occurs, or one to go on from. */
export interface Hit extends Span {
  readonly segment: string;
  readonly side: Side;
}

const none: SegmentHits = { source: [], rendering: [] };

/**
 * A search through a document that changes under it. Hits are kept by segment and counted by page, so that a keystroke
 * looks through one segment again and adds up pages; a long document is gone through in slices.
 */
export class Search {
  readonly query: string;
  private readonly needle: Needle;
  private readonly haystacks: Haystacks;
  private readonly isHidden: (segmentId: string) => boolean;
  private readonly bySegment = new WeakMap<Node, SegmentHits>();
  private readonly countByPage = new WeakMap<Node, number>();

  constructor(query: string, haystacks: Haystacks, isHidden: (segmentId: string) => boolean) {
    this.query = query;
    this.needle = needle(query, 'substring');
    this.haystacks = haystacks;
    this.isHidden = isHidden;
  }

  hits(segment: Node): SegmentHits {
    const { id, from } = segmentAttrs(segment);
    if (this.needle.text === '' || this.isHidden(id)) return none;
    let hits = this.bySegment.get(segment);
    if (!hits) {
      const { source, rendering } = this.haystacks.of(segment);
      hits = {
        source: findIn(source, this.needle).map((hit) => ({ from: from + hit.from, to: from + hit.to })),
        rendering: findIn(rendering, this.needle),
      };
      this.bySegment.set(segment, hits);
    }
    return hits;
  }

  /** Goes through pages that are not counted yet, for about `budget` milliseconds; true once all of them are. */
  advance(doc: Node, budget: number): boolean {
    const deadline = performance.now() + budget;
    return pagesOf(doc).every((page) => {
      if (this.countByPage.has(page)) return true;
      if (performance.now() > deadline) return false;
      this.countOn(page);
      return true;
    });
  }

  /** How many hits were found so far, and which one of them `hit` is, counted from 1; 0 when it is none. */
  count(doc: Node, hit: Hit | null): { readonly count: number; readonly current: number } {
    let count = 0;
    let current = 0;
    for (const page of pagesOf(doc)) {
      if (hit && holds(page, hit)) current = count + this.hitsOn(page).findIndex((found) => isSame(found, hit)) + 1;
      count += this.countByPage.get(page) ?? 0;
    }
    return { count, current };
  }

  /** The hit after `place` (1) or before it (-1), around the ends of the document; `null` when there is none. */
  next(doc: Node, place: Hit, step: 1 | -1): Hit | null {
    const pages = pagesOf(doc);
    const start = Math.max(
      0,
      pages.findIndex((page) => holds(page, place)),
    );
    for (let turn = 0; turn <= pages.length; turn++) {
      const page = pages[(start + step * turn + pages.length * 2) % pages.length];
      if (!page || this.countOn(page) === 0) continue;
      const hits = this.hitsOn(page);
      const ahead = turn === 0 ? hits.filter((hit) => order(page, hit, place) * step > 0) : hits;
      const found = step === 1 ? ahead[0] : ahead.at(-1);
      if (found) return found;
    }
    return null;
  }

  private countOn(page: Node): number {
    let count = this.countByPage.get(page);
    if (count === undefined) {
      count = this.hitsOn(page).length;
      this.countByPage.set(page, count);
    }
    return count;
  }

  /** In reading order: by segment, the source before the rendering. */
  private hitsOn(page: Node): readonly Hit[] {
    return page.children.flatMap((node) => {
      const { source, rendering } = this.hits(node);
      const segment = segmentAttrs(node).id;
      return [
        ...source.map((span): Hit => ({ segment, side: 'source', ...span })),
        ...rendering.map((span): Hit => ({ segment, side: 'rendering', ...span })),
      ];
    });
  }
}

function pagesOf(doc: Node): readonly Node[] {
  return doc.children.filter(({ type }) => type.name === 'page');
}

function indexOn(page: Node, segment: string): number {
  return page.children.findIndex((node) => segmentAttrs(node).id === segment);
}

function holds(page: Node, { segment }: Hit): boolean {
  return indexOn(page, segment) >= 0;
}

function isSame(a: Hit, b: Hit): boolean {
  return a.segment === b.segment && a.side === b.side && a.from === b.from && a.to === b.to;
}

/** Below 0 when `a` comes before `b` on the page, above when after. */
function order(page: Node, a: Hit, b: Hit): number {
  const segments = indexOn(page, a.segment) - indexOn(page, b.segment);
  if (segments !== 0) return segments;
  return a.side === b.side ? a.from - b.from : a.side === 'source' ? -1 : 1;
}
