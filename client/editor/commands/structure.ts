import { closeHistory } from 'prosemirror-history';
import { type Command, TextSelection, type Transaction } from 'prosemirror-state';
import { splitSide } from '../../../shared/doc/edit/side.ts';
import { mergeSegments, moveBoundary, setKind, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { segmentAt, segmentById, segmentByIndex } from '../../../shared/doc/model/read.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { withOwnStanding } from '../state/status.ts';

/** Splits the active segment at `offset` of the source and at `cut` of its rendering, where the caret is unless it is given; the
 *  caret goes on in the second part. */
export function splitActive(offset: number, newId: string, source: SourceText, cut?: number): Command {
  return (state, dispatch) => {
    const { from } = state.selection;
    const segment = segmentAt(state.doc, from);
    if (!segment) return false;
    const tr = structural(state.tr);
    const at = { source: offset, rendering: cut ?? from - segment.pos - 1 };
    if (!splitSegment(tr, segment.id, at, newId, source)) return false;
    const second = segmentById(tr.doc, newId);
    if (second) tr.setSelection(TextSelection.create(tr.doc, second.pos + 1));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Splits only the Persian of the active segment at `offset` of the source: what stands behind becomes a row without English.
 *  The caret stays. */
export function splitActivePersian(offset: number, newId: string, source: SourceText): Command {
  return (state, dispatch) => {
    const segment = segmentAt(state.doc, state.selection.from);
    const tr = structural(state.tr);
    if (!segment || !splitSide(tr, segment.id, 'persian', offset, newId, source)) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Merges the active segment with the next (1) or the previous (-1) one; the caret stays where the two meet. */
export function mergeActive(step: 1 | -1, source: SourceText): Command {
  return (state, dispatch) => {
    const active = segmentAt(state.doc, state.selection.head);
    const first = active && (step === 1 ? active : segmentByIndex(state.doc, active.index - 1));
    if (!first) return false;
    const tr = structural(state.tr);
    if (!mergeSegments(tr, first.id, source)) return false;
    const seam = Math.min(first.pos + 1 + first.text.length, tr.doc.content.size);
    tr.setSelection(TextSelection.near(tr.doc.resolve(seam), -1));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Moves the border between the segment `id` and the next one to `offset` of the source. */
export function moveBorder(id: string, offset: number, source: SourceText): Command {
  return (state, dispatch) => {
    const tr = structural(state.tr);
    if (!moveBoundary(tr, id, offset, source)) return false;
    dispatch?.(tr);
    return true;
  };
}

/** Makes the active segment a lead, or a sentence again. */
export const toggleLead: Command = (state, dispatch) => {
  const segment = segmentAt(state.doc, state.selection.head);
  const tr = closeHistory(state.tr);
  if (!segment || !setKind(tr, segment.id, segment.kind === 'lead' ? 'sentence' : 'lead')) return false;
  dispatch?.(tr);
  return true;
};

function structural(tr: Transaction): Transaction {
  return withOwnStanding(closeHistory(tr));
}
