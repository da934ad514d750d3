import type { Span } from '../../../shared/core/span.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { Row } from './grid.ts';

/** One of the two texts of a segment. */
export type Side = 'source' | 'rendering';

/** Where a range of the source stands in the row's cell, cut to what the row shows; `null` when it shows none of it. */
export function sourceRange(row: Row, span: Span): StaticRange | null {
  const { from, to } = segmentAttrs(row.node);
  const text = row.source.firstChild;
  const start = Math.max(span.from, from) - from;
  const end = Math.min(span.to, to) - from;
  if (!text || start >= end) return null;
  return new StaticRange({ startContainer: text, startOffset: start, endContainer: text, endOffset: end });
}

/** Where a range of the rendering stands in the row's cell, or `null` when it is empty or beyond the text. */
export function renderingRange(row: Row, { from, to }: Span): StaticRange | null {
  if (from >= to) return null;
  const start = textPlace(row.rendering, from, false);
  const end = textPlace(row.rendering, to, true);
  if (!start || !end) return null;
  return new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  });
}

/** `range` as one that tells where it stands on the screen. */
export function liveRange({ startContainer, startOffset, endContainer, endOffset }: StaticRange): Range {
  const live = document.createRange();
  live.setStart(startContainer, startOffset);
  live.setEnd(endContainer, endOffset);
  return live;
}

/** The place of an offset in the text under `root`; at the seam of two text nodes, `before` says which one is meant. */
function textPlace(
  root: Element,
  offset: number,
  before: boolean,
): { readonly node: Text; readonly offset: number } | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (left < length || (before && left === length)) return { node: node as Text, offset: left };
    left -= length;
  }
  return null;
}
