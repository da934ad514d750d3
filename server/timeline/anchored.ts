import type { Node } from 'prosemirror-model';
import { anchoredText, type Reading } from '../../shared/doc/model/anchored.ts';
import { segmentAttrs } from '../../shared/doc/model/schema.ts';

/** The English of a mention: where it stands in the rendering of which segment, and what it reads. */
export interface Anchored extends Reading {
  readonly segment: string;
}

/** The mentions that have English in `segments`, by id. One that stands in several counts in the first of them. */
export function anchored(segments: Iterable<Node>): ReadonlyMap<string, Anchored> {
  const found = new Map<string, Anchored>();
  for (const node of segments) {
    const { id: segment } = segmentAttrs(node);
    for (const [mention, reading] of anchoredText(node)) {
      if (!found.has(mention)) found.set(mention, { segment, ...reading });
    }
  }
  return found;
}
