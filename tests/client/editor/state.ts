import type { Node } from 'prosemirror-model';
import { type Command, EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { editorPlugins } from '../../../client/editor/plugins.ts';
import type { Outline } from '../../../shared/core/outline.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { covered } from '../../doc/document.ts';

/** An editor state of `document`, with the caret at the end of the rendering of `active`. */
export function stateOf(document: Node, active: string): EditorState {
  const { text, paragraphs } = covered(document);
  const outline: Outline = { paragraphs, statements: [], units: [] };
  const state = EditorState.create({ doc: document, plugins: [...editorPlugins({ source: text, outline })] });
  return caretAt(state, active);
}

/** `state` with the caret at `offset` of a rendering, or with all from there to `to` selected. */
export function caretAt(state: EditorState, id: string, offset = textOf(state, id).length, to = offset): EditorState {
  const start = startOf(state, id);
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, start + offset, start + to)));
}

/** `state` after `command`; throws when it had nothing to do. */
export function done(state: EditorState, command: Command): EditorState {
  let next: EditorState | null = null;
  const took = command(state, (tr) => {
    next = state.apply(tr);
  });
  if (!took) throw new Error('The command had nothing to do');
  return next ?? state;
}

/** `state` after what a person typed at the caret. */
export function typed(state: EditorState, text: string): EditorState {
  return state.apply(state.tr.insertText(text));
}

/** True when the editor lets `tr` happen. */
export function isLetThrough(state: EditorState, tr: Transaction): boolean {
  return state.applyTransaction(tr).transactions.length > 0;
}

/** Place in the document where the rendering of a segment begins. */
export function startOf(state: EditorState, id: string): number {
  const segment = segmentById(state.doc, id);
  if (!segment) throw new Error(`There is no segment ${id}`);
  return segment.pos + 1;
}

function textOf(state: EditorState, id: string): string {
  return segmentById(state.doc, id)?.text ?? '';
}
