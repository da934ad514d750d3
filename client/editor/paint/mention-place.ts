import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import type { Span } from '../../../shared/core/span.ts';
import { type MentionPart, segmentMentions } from '../../../shared/doc/model/marked.ts';
import { segmentNodes } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { Grid, Row } from '../page/grid.ts';
import { liveRange, renderingRange, type Side, sourceRange } from '../page/row-range.ts';
import { activeSegment } from '../state/active.ts';

/** Tells the mentions of a row. */
interface MentionParts {
  partsOf(row: Row): readonly MentionPart[];
}

/** The mentions of a row that hold all of `span` on one side, the innermost first. */
export function mentionsAround(parts: readonly MentionPart[], side: Side, span: Span): readonly MentionPart[] {
  return parts
    .filter((part) => {
      const held = part[side];
      return held !== null && held.from <= span.from && held.to >= span.to;
    })
    .sort((a, b) => (b[side]?.depth ?? 0) - (a[side]?.depth ?? 0));
}

/** The innermost mention of the active segment around the caret or the selection, or `null`. */
export function mentionAtCaret(view: EditorView, grid: Grid, paint: MentionParts): MentionPart | null {
  const segment = activeSegment(view.state);
  const row = segment && grid.row(segment.id);
  if (!row) return null;
  const { from, to } = view.state.selection;
  const start = segment.pos + 1;
  return mentionsAround(paint.partsOf(row), 'rendering', { from: from - start, to: to - start })[0] ?? null;
}

/** The mention `id` where it stands first, or `null`. */
export function mentionById(doc: Node, { document: { source } }: Grid, id: string | null): MentionPart | null {
  if (id === null) return null;
  for (const node of segmentNodes(doc)) {
    const part = segmentMentions(doc, node, source).find(({ mention }) => mention.id === id);
    if (part) return part;
  }
  return null;
}

/** The innermost mention whose letters are under a point of the window, or `null`. */
export function mentionUnder(
  grid: Grid,
  partsOf: (row: Row) => readonly MentionPart[],
  { target, clientX: x, clientY: y }: MouseEvent,
): MentionPart | null {
  const cell = target instanceof Element ? target.closest('.source, .rendering') : null;
  const row = cell && grid.rowAt(cell);
  const parts = row ? partsOf(row) : [];
  const caret = parts.length > 0 ? document.caretPositionFromPoint?.(x, y) : null;
  if (!row || !caret || !cell.contains(caret.offsetNode)) return null;
  const side: Side = cell === row.source ? 'source' : 'rendering';
  const before = document.createRange();
  before.setStart(cell, 0);
  before.setEnd(caret.offsetNode, caret.offset);
  const offset = before.toString().length + (side === 'source' ? segmentAttrs(row.node).from : 0);
  const around = mentionsAround(parts, side, { from: offset, to: offset });
  return around.find((part) => part[side] && rects(row, side, part[side]).some((rect) => holds(rect, x, y))) ?? null;
}

/** Where a range of one side stands on the screen, a box a line or more. */
export function rects(row: Row, side: Side, span: Span): readonly DOMRect[] {
  const range = (side === 'source' ? sourceRange : renderingRange)(row, span);
  return range ? [...liveRange(range).getClientRects()] : [];
}

function holds({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
