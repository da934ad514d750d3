import { isHistoryTransaction } from 'prosemirror-history';
import type { Mark } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';
import { anchorsOver, anchorsToGoOn } from '../../../shared/doc/edit/typing.ts';
import { isReplayed } from './guard.ts';

const names = new PluginKey<readonly Mark[]>('names');

/**
 * What is typed over a part of a name belongs to it, and so does what is typed where somebody has just taken the end of a
 * name away. The names that typing goes on with are kept beside the document and not as stored marks, for which the view
 * would break off what an input method composes.
 */
export function typingKeepsNames(): Plugin<readonly Mark[]> {
  return new Plugin({
    key: names,
    state: { init: () => [], apply: goingOn },
    props: {
      handleTextInput(view, from, to, _text, write) {
        view.dispatch(typedInNames(view.state, write(), from, to));
        return true;
      },
    },
  });
}

/** `tr`, by which a person has typed something in place of `from`–`to` of `state`, with it in the names that it belongs to. */
export function typedInNames(state: EditorState, tr: Transaction, from: number, to: number): Transaction {
  const going = from === to && to === state.selection.head ? names.getState(state) : undefined;
  return going?.length ? anchored(tr, from, to, going) : writtenInNames(state, tr, from, to);
}

/** The same for what was not typed: it goes on with no name. */
export function writtenInNames(state: EditorState, tr: Transaction, from: number, to: number): Transaction {
  return anchored(tr, from, to, anchorsOver(state.doc, from, to));
}

function anchored(tr: Transaction, from: number, to: number, anchors: readonly Mark[]): Transaction {
  const end = tr.mapping.map(to);
  if (from < end) for (const anchor of anchors) tr.addMark(from, end, anchor);
  return tr;
}

/** The names that typing goes on with after `tr`: what others do elsewhere is no end of them, any other place of the caret
 *  is. */
function goingOn(tr: Transaction, going: readonly Mark[], before: EditorState, state: EditorState): readonly Mark[] {
  if (isHistoryTransaction(tr)) return [];
  const isTyping = !isReplayed(tr) && tr.steps.some((step) => step instanceof ReplaceStep);
  if (isTyping) return anchorsToGoOn(tr) ?? [];
  const { head, empty } = state.selection;
  const stays = empty && head === tr.mapping.map(before.selection.head);
  const left = state.doc.resolve(head).nodeBefore?.marks ?? [];
  return stays ? going.filter((mark) => mark.isInSet(left)) : [];
}
