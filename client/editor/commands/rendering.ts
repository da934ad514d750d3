import { closeHistory } from 'prosemirror-history';
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { clearRendering, copySource } from '../../../shared/doc/edit/rendering.ts';
import { type Segment, segmentAt } from '../../../shared/doc/model/read.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { typedInNames } from '../state/name-typing.ts';
import { withOwnStanding } from '../state/status.ts';

/** True when the selection reaches over more than one rendering: it may be copied, not edited. */
export function crossesSegments({ selection: { $from, $to } }: EditorState): boolean {
  return !$from.sameParent($to);
}

/** Selects the rendering of the active segment, and nothing beyond it. */
export const selectRendering: Command = (state, dispatch) => {
  const segment = segmentAt(state.doc, state.selection.head);
  if (!segment) return false;
  const from = segment.pos + 1;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, from, from + segment.node.content.size)));
  return true;
};

/** Puts the source where the rendering of the active segment was. */
export function copySourceOver(source: SourceText): Command {
  return rewrite((tr, { id }) => copySource(tr, id, source));
}

/** Empties the rendering of the active segment. */
export const clearActive: Command = rewrite((tr, { id }) => clearRendering(tr, id));

/** Writes `text` over the selection, which must lie in one rendering. */
export function insert(text: string): Command {
  return (state, dispatch) => {
    if (crossesSegments(state) || !segmentAt(state.doc, state.selection.head)) return false;
    const { from, to } = state.selection;
    dispatch?.(typedInNames(state, state.tr.insertText(text), from, to).scrollIntoView());
    return true;
  };
}

/** Zero-width non-joiner: parts of a Persian word that stand together unjoined. */
export const insertZwnj: Command = insert('\u200c');

function rewrite(change: (tr: Transaction, segment: Segment) => boolean): Command {
  return (state, dispatch) => {
    const segment = segmentAt(state.doc, state.selection.head);
    if (!segment) return false;
    const tr = withOwnStanding(closeHistory(state.tr));
    if (!change(tr, segment)) return false;
    const end = segment.pos + (tr.doc.nodeAt(segment.pos)?.nodeSize ?? 2) - 1;
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
    return true;
  };
}
