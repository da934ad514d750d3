import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { Row } from '../page/grid.ts';

/** The offset of the whole source that lies nearest to a point of the window, in the range that the row shows. */
export function sourceOffsetAt(row: Row, x: number, y: number): number {
  const { from, to } = segmentAttrs(row.node);
  const box = row.source.getBoundingClientRect();
  if (y < box.top) return from;
  if (y > box.bottom) return to;
  const place = document.caretPositionFromPoint?.(Math.max(box.left + 1, Math.min(x, box.right - 1)), y);
  if (place?.offsetNode === row.source.firstChild) return from + place.offset;
  return x > (box.left + box.right) / 2 ? from : to;
}
