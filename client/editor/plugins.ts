import { history } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState, type Plugin } from 'prosemirror-state';
import type { EditorDocument } from './page/live-document.ts';
import { keepSegmentsWhole } from './state/guard.ts';
import { tellsWhatUndoKeeps } from './state/kept.ts';
import { typingKeepsNames } from './state/name-typing.ts';
import { typingMakesDrafts } from './state/status.ts';
import { undoVouchesForNothing } from './state/vouched.ts';

/** What every state of an editor carries, whoever makes it: the guard, what typing does to a status and to names,
 *  undo. */
export function editorPlugins({ source, outline }: EditorDocument): readonly Plugin[] {
  const past = history();
  return [
    keepSegmentsWhole({ text: source, paragraphs: outline.paragraphs }),
    typingMakesDrafts(),
    typingKeepsNames(),
    past,
    undoVouchesForNothing(source),
    tellsWhatUndoKeeps(past),
  ];
}

/** A state of its own for `doc`, for an editor without a timeline. */
export function createEditorState(doc: Node, document: EditorDocument): EditorState {
  return EditorState.create({ doc, plugins: [...editorPlugins(document)] });
}
