import { Schema } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';

const schema = new Schema({
  nodes: {
    doc: { content: 'row+' },
    row: { content: 'text*', toDOM: () => ['p', { class: 'rendering' }, 0] },
    text: {},
  },
});

declare global {
  interface Window {
    showPlain: typeof showPlain;
  }
}

/** Runs in a page of its own: one editor as ProseMirror makes it, with a paragraph of each of `rows` and nothing around it; what
 *  the workbench is measured beside. */
export function showPlain(rows: readonly string[]): void {
  const doc = schema.node(
    'doc',
    null,
    rows.map((row) => schema.node('row', null, row === '' ? [] : schema.text(row))),
  );
  new EditorView(document.body, { state: EditorState.create({ doc }) });
}

window.showPlain = showPlain;
