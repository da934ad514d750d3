import type { Node } from 'prosemirror-model';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { Grid } from './grid.ts';

/** What the rows of a page will take, told from their lengths, in pixels, so that the scroll bar is near the truth before
 *  they are laid out. Hidden ones take nothing. */
export function likelyHeight(page: Node, grid: Grid): number {
  let height = 0;
  for (const segment of page.children) {
    const { id, from, to } = segmentAttrs(segment);
    if (grid.isHidden(id)) continue;
    const { paragraph, statement } = grid.document.beginnings({ from, to });
    const above = paragraph !== null ? 42 : statement ? 8 : 0;
    const source = 32 * Math.ceil((to - from) / 56);
    const rendering = 27 * Math.ceil(segment.content.size / 56);
    height += above + Math.max(32, source, rendering) + 18;
  }
  return height;
}
