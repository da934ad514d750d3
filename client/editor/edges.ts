import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Segment } from '../../shared/doc/read.ts';
import { type IsShown, neighbour } from './commands/navigate.ts';

type Direction = 'up' | 'down' | 'left' | 'right';

/** Where the caret was headed when it last went up or down, so that it keeps its column across short rows. */
let course: { readonly head: number; readonly x: number } | null = null;

/**
 * Takes the caret, or with `extend` the head of the selection, over the edge of a rendering into the neighbouring one.
 * Inside a rendering the browser moves it. Beyond the last row it stays at the edge.
 */
export function overEdge(direction: Direction, extend: boolean, isShown: IsShown): Command {
  return (state, dispatch, view) => {
    const { selection } = state;
    if (!view || !(selection instanceof TextSelection) || (!extend && !selection.empty)) return false;
    if (!view.endOfTextblock(direction, headOnly(state))) return false;
    const back = direction === 'up' || direction === 'left';
    const segment = neighbour(state, back ? -1 : 1, isShown);
    const head = segment ? landing(view, segment, direction) : back ? selection.$head.start() : selection.$head.end();
    dispatch?.(
      state.tr.setSelection(TextSelection.create(state.doc, extend ? selection.anchor : head, head)).scrollIntoView(),
    );
    return true;
  };
}

/** `state` with the selection collapsed to its head: the edge is asked for there. */
function headOnly(state: EditorState): EditorState {
  if (state.selection.empty) return state;
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, state.selection.head)));
}

function landing(view: EditorView, segment: Segment, direction: Direction): number {
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
}
