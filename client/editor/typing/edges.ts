import { type Command, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Segment } from '../../../shared/doc/model/read.ts';
import { type IsShown, neighbour } from '../commands/navigate.ts';

type Direction = 'up' | 'down' | 'left' | 'right';

/** Makes the commands that take the caret, or with `extend` the head of the selection, from one rendering to the next. */
export type EdgeCommands = (direction: Direction, extend: boolean) => Command;

/**
 * Over the edge of a rendering the caret goes into the neighbouring one, up and down in its column; beyond the last row
 * it stays at the edge. Inside a rendering the browser moves it.
 */
export function edgeCommands(isShown: IsShown): EdgeCommands {
  /** Where the caret was headed when it last went up or down, so that it keeps its column across short rows. */
  let course: { readonly head: number; readonly x: number } | null = null;

  const landing = (view: EditorView, segment: Segment, direction: Direction) => {
    const start = segment.pos + 1;
    const end = start + segment.node.content.size;
    if (direction === 'left') return end;
    if (direction === 'right') return start;
    const { head } = view.state.selection;
    const x = course?.head === head ? course.x : view.coordsAtPos(head).left;
    const edge = view.coordsAtPos(direction === 'down' ? start : end);
    const found = view.posAtCoords({ left: x, top: (edge.top + edge.bottom) / 2 })?.pos ?? -1;
    const landed = found >= start && found <= end ? found : end;
    course = { head: landed, x };
    return landed;
  };

  return (direction, extend) => (state, dispatch, view) => {
    const { selection } = state;
    if (!view || !(selection instanceof TextSelection) || (!extend && !selection.empty)) return false;
    const isAtEdge = selection.empty ? view.endOfTextblock(direction) : isHeadAtEdge(view, direction);
    if (!isAtEdge) return false;
    const back = direction === 'up' || direction === 'left';
    const segment = neighbour(state, back ? -1 : 1, isShown);
    const head = segment ? landing(view, segment, direction) : back ? selection.$head.start() : selection.$head.end();
    const moved = TextSelection.create(state.doc, extend ? selection.anchor : head, head);
    dispatch?.(state.tr.setSelection(moved).scrollIntoView());
    return true;
  };
}

/** True when the head of a selection stands in the first or last line, or at the first or last place, of its rendering. */
function isHeadAtEdge(view: EditorView, direction: Direction): boolean {
  const { $head, head } = view.state.selection;
  if (direction === 'left') return head === $head.start();
  if (direction === 'right') return head === $head.end();
  const here = view.coordsAtPos(head);
  const edge = view.coordsAtPos(direction === 'up' ? $head.start() : $head.end());
  return Math.abs(here.top - edge.top) < (edge.bottom - edge.top) / 2;
}
