import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { isConfirmed, type Status } from '../../../shared/core/status.ts';
import { eachSegment, type Segment, segmentAt, segmentByIndex, segmentCount } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';

/** Which segments a filter leaves to see; only those are gone to. */
export type IsShown = (segmentId: string) => boolean;

/** The caret at the end of the rendering, where writing goes on. */
export function stand(tr: Transaction, segment: Segment): Transaction {
  return tr.setSelection(TextSelection.create(tr.doc, segment.pos + segment.node.nodeSize - 1));
}

/** The same, in view. */
export function enter(tr: Transaction, segment: Segment): Transaction {
  return stand(tr, segment).scrollIntoView();
}

/** The nearest shown segment `step` rows on from the active one, or `null` past either end. */
export function neighbour(state: EditorState, step: 1 | -1, isShown: IsShown): Segment | null {
  const active = segmentAt(state.doc, state.selection.head);
  if (!active) return null;
  for (let index = active.index + step; ; index += step) {
    const segment = segmentByIndex(state.doc, index);
    if (!segment || isShown(segment.id)) return segment;
  }
}

/** Goes to the next (1) or previous (-1) segment. */
export function goBy(step: 1 | -1, isShown: IsShown): Command {
  return (state, dispatch) => {
    const segment = neighbour(state, step, isShown);
    if (segment) dispatch?.(enter(state.tr, segment));
    return segment !== null;
  };
}

/** Goes to the segment at place `index`, counted from 0. */
export function goToIndex(index: number): Command {
  return (state, dispatch) => {
    const segment = segmentByIndex(state.doc, Math.max(0, Math.min(index, segmentCount(state.doc) - 1)));
    if (segment) dispatch?.(enter(state.tr, segment));
    return segment !== null;
  };
}

/** The first segment after place `index` that is not `isDone`, from the top again past the end; `null` if none. */
export function nextUndone(
  doc: Node,
  index: number,
  isShown: IsShown,
  isDone: (status: Status) => boolean,
): Segment | null {
  let before: number | null = null;
  let after: number | null = null;
  eachSegment(doc, (node, _pos, place) => {
    const { id, status } = segmentAttrs(node);
    if (place === index || isDone(status) || !isShown(id)) return true;
    if (place < index) before ??= place;
    else after = place;
    return after === null;
  });
  const found = after ?? before;
  return found === null ? null : segmentByIndex(doc, found);
}

/** Goes to the next unconfirmed segment; stays in the last one. */
export function goToUnconfirmed(isShown: IsShown): Command {
  return (state, dispatch) => {
    const active = segmentAt(state.doc, state.selection.head);
    const segment = nextUndone(state.doc, active?.index ?? -1, isShown, isConfirmed);
    if (segment) dispatch?.(enter(state.tr, segment));
    return segment !== null || (active !== null && !isConfirmed(active.status));
  };
}
