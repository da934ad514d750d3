import type { Node } from 'prosemirror-model';
import { segmentNodes } from '../model/read.ts';
import { segmentAttrs } from '../model/schema.ts';
import type { LostRendering } from './lost-renderings.ts';

/** The renderings of `doc` that `other`, a document of the same source, has not: those of segments that it has not or that read
 *  otherwise in it. White space alone is none. */
export function lackingRenderings(doc: Node, other: Node): readonly LostRendering[] {
  const texts = new Map<string, string>();
  for (const node of segmentNodes(other)) texts.set(segmentAttrs(node).id, node.textContent);
  const lacking: LostRendering[] = [];
  for (const node of segmentNodes(doc)) {
    const { id: segment } = segmentAttrs(node);
    const text = node.textContent;
    if (/\S/u.test(text) && texts.get(segment) !== text) lacking.push({ segment, text });
  }
  return lacking;
}
