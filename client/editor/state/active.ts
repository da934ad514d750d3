import type { EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { type Segment, segmentAt } from '../../../shared/doc/model/read.ts';

let last: { readonly state: EditorState; readonly segment: Segment | null } | null = null;

/** The segment that holds the caret; the same object as long as neither it nor its place changes. */
export function activeSegment(state: EditorState): Segment | null {
  if (last?.state === state) return last.segment;
  let segment = segmentAt(state.doc, state.selection.head);
  const before = last?.segment;
  if (
    before &&
    segment &&
    before.node === segment.node &&
    before.pos === segment.pos &&
    before.index === segment.index
  ) {
    segment = before;
  }
  last = { state, segment };
  return segment;
}

/**
 * Marks the row of the active segment, and its page: the browser must draw that one wherever it is, or what is typed in
 * the frame in which the caret came there would go astray.
 */
export function activeDecoration(state: EditorState): DecorationSet {
  const segment = activeSegment(state);
  if (!segment) return DecorationSet.empty;
  const { pos, node } = segment;
  const $pos = state.doc.resolve(pos);
  return DecorationSet.create(state.doc, [
    Decoration.node($pos.before(), $pos.after(), { class: 'awake' }, { active: true }),
    Decoration.node(pos, pos + node.nodeSize, { class: 'active', 'aria-current': 'true' }, { active: true }),
  ]);
}

/** True when the decorations of a row or page are those of the active one. */
export function isActive(decorations: readonly Decoration[]): boolean {
  return decorations.some(({ spec }) => spec.active === true);
}
