import { closeHistory } from 'prosemirror-history';
import type { Command, Transaction } from 'prosemirror-state';
import { correctSource, joinParagraphs, partParagraph } from '../../../shared/doc/edit/correct.ts';
import { segmentAt } from '../../../shared/doc/model/read.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { withOwnStanding } from '../state/status.ts';

/** Makes the Persian of the segment `id` read `text`; it read `base` when the person began. */
export function correctRow(id: string, text: string, base: string, source: SourceText): Command {
  return (state, dispatch) => {
    const tr = ownChange(state.tr);
    if (!correctSource(tr, id, text, source, base)) return false;
    dispatch?.(tr);
    return true;
  };
}

/** Joins the paragraph of the active segment with the next one. */
export function joinActive(source: SourceText): Command {
  return (state, dispatch) => {
    const active = segmentAt(state.doc, state.selection.head);
    return active !== null && joinRow(active.id, source)(state, dispatch);
  };
}

/** Joins the paragraph of the segment `id` with the next one. */
export function joinRow(id: string, source: SourceText): Command {
  return (state, dispatch) => {
    const tr = ownChange(state.tr);
    if (!joinParagraphs(tr, id, source)) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Begins a paragraph with the active segment. */
export function partActive(newId: string, source: SourceText): Command {
  return (state, dispatch) => {
    const active = segmentAt(state.doc, state.selection.head);
    return active !== null && partRow(active.id, active.from, newId, source)(state, dispatch);
  };
}

/** Begins a paragraph at `offset` of the source, in the segment `id`; its English stays above. */
export function partRow(id: string, offset: number, newId: string, source: SourceText): Command {
  return (state, dispatch) => {
    const tr = ownChange(state.tr);
    const place = { source: offset, rendering: Number.MAX_SAFE_INTEGER };
    if (!partParagraph(tr, id, place, newId, source)) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

function ownChange(tr: Transaction): Transaction {
  return withOwnStanding(closeHistory(tr));
}
