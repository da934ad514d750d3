import i18next from 'i18next';
import type { Node } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import { onTestFinished } from 'vitest';
import { createEditor, type Editor } from '../../../client/editor/editor.ts';
import { createEditorState } from '../../../client/editor/plugins.ts';
import type { NoticeKey } from '../../../client/editor/state/labels.ts';
import { en } from '../../../client/locales/en/messages.ts';
import { editorLabels } from '../../../client/pages/workbench/editor-labels.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { covered } from '../../doc/document.ts';

/** An editor on a page of the browser, and what it told of. */
export interface Stage {
  readonly editor: Editor;
  readonly notices: readonly NoticeKey[];
  /** Ids of the segments whose node was pressed. */
  readonly menus: readonly string[];
  /** The row of a segment, its Persian and its English. */
  row(id: string): HTMLElement;
  source(id: string): HTMLElement;
  rendering(id: string): HTMLElement;
  text(id: string): string;
  /** Puts the caret, or a selection to `to` of another segment or the same, into the rendering of `id`. */
  select(id: string, offset: number, to?: number, other?: string): void;
}

/** Opens `document` with the focus in its first rendering; ends with the test. */
export async function openStage(document: Node): Promise<Stage> {
  const resources = { en: { translation: en } };
  await i18next.init({ lng: 'en', resources, interpolation: { escapeValue: false } });
  const mount = globalThis.document.createElement('main');
  mount.style.height = '700px';
  globalThis.document.body.append(mount);
  const { text: source, paragraphs } = covered(document);
  const shape = { source, outline: { paragraphs, statements: [], units: [] } };
  const notices: NoticeKey[] = [];
  const menus: string[] = [];
  const editor = createEditor({
    mount,
    document: shape,
    state: createEditorState(document, shape),
    labels: editorLabels(i18next.t, 'en'),
    onNodeMenu: (id) => menus.push(id),
    onNameMenu: () => undefined,
    onNotice: (key) => notices.push(key),
  });
  onTestFinished(() => {
    editor.destroy();
    mount.remove();
  });
  editor.focus();

  const { view } = editor;
  const row = (id: string): HTMLElement => {
    const found = [...view.dom.querySelectorAll<HTMLElement>('.segment')][segment(id).index];
    if (!found) throw new Error(`The row of ${id} is not there`);
    return found;
  };
  const cell = (id: string, name: string): HTMLElement => {
    const found = row(id).querySelector<HTMLElement>(name);
    if (!found) throw new Error(`The row of ${id} has no ${name}`);
    return found;
  };
  function segment(id: string) {
    const found = segmentById(view.state.doc, id);
    if (!found) throw new Error(`There is no segment ${id}`);
    return found;
  }
  return {
    editor,
    notices,
    menus,
    row,
    source: (id) => cell(id, '.source'),
    rendering: (id) => cell(id, '.rendering'),
    text: (id) => segment(id).text,
    select(id, offset, to = offset, other = id) {
      const [from, end] = [segment(id).pos + 1 + offset, segment(other).pos + 1 + to];
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, end)));
      view.focus();
    },
  };
}

/** The text under the ranges of each highlight whose name begins with `prefix`; names without ranges are left out. */
export function paintedTexts(prefix: string): Readonly<Record<string, readonly string[]>> {
  const painted = [...CSS.highlights].filter(([name, { size }]) => name.startsWith(prefix) && size > 0);
  return Object.fromEntries(painted.map(([name, highlight]) => [name, [...highlight].map(textOf)]));
}

function textOf({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): string {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.toString();
}
