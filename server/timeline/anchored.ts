import type { Node } from 'prosemirror-model';
import { anchors } from '../../shared/doc/read.ts';
import { segmentAttrs } from '../../shared/doc/schema.ts';

/** Where the anchor of a mention stands: the id of the segment, and the text that it covers there. */
export interface Anchored {
  readonly segment: string;
  readonly text: string;
}

/** The mentions that are anchored in the renderings of `segments`, by id. An anchor that stands in several pieces gives
 *  their texts with spaces between; one that stands in several segments counts in the first of them. */
export function anchored(segments: Iterable<Node>): ReadonlyMap<string, Anchored> {
  const found = new Map<string, Anchored>();
  for (const node of segments) {
    if (!node.children.some(({ marks }) => marks.length > 0)) continue;
    const { id } = segmentAttrs(node);
    const text = node.textContent;
    for (const [mention, ranges] of anchors(node)) {
      if (found.has(mention)) continue;
      found.set(mention, { segment: id, text: ranges.map(({ from, to }) => text.slice(from, to)).join(' ') });
    }
  }
  return found;
}
