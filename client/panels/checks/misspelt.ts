import type { Spelling } from '../../../shared/checks/spelling.ts';
import type { CheckPolicy } from '../../../shared/doc/checks/policy.ts';
import { spellingFindings } from '../../../shared/doc/checks/text-checks.ts';
import { sourceTextOf } from '../../../shared/doc/model/source.ts';
import type { Editor } from '../../editor/editor.ts';

const LAYER = 'radif-misspelt';

/** How long what is drawn rests before unknown words in it are asked for, in milliseconds: half a word needs no answer. */
const REST = 200;

/** What words are wrong by. */
export interface Misspelling {
  /** The Persian of the document, as it was imported. */
  readonly source: string;
  readonly policy: CheckPolicy;
  readonly spelling: Spelling;
  /** True for a finding that somebody wants to hear no more of. */
  readonly isIgnored: (id: string) => boolean;
  /** Asks for words that were met and are not known; true once something more is known. */
  readonly learn: () => Promise<boolean>;
}

/** Underlines the misspelt words of the English in rows in and near the window, until the returned function is called: each row says by
 *  itself what is wrong in it, at once when it changes. A word is not judged while it is being written. The browser, which knows no names,
 *  judges none. */
export function underlineMisspelt(editor: Editor, misspelling: Misspelling): () => void {
  const { view, highlights } = editor;
  const { source, policy, spelling, isIgnored, learn } = misspelling;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  let before = placeOf(editor);
  let isWriting = false;

  const isBeingWritten = (id: string, text: string, end: number) => {
    const { id: active, start } = placeOf(editor);
    if (active !== id || (!isWriting && (before.id !== id || before.text === text))) return false;
    const { empty, from } = view.state.selection;
    return empty && from - start === end;
  };
  highlights.show({
    name: LAYER,
    type: 'spelling-error',
    rendering: ({ id, node }) => {
      const found = spellingFindings(node, sourceTextOf(view.state.doc, source), policy, spelling);
      if (spelling.book.isWanting) ask();
      return found.flatMap((finding) => {
        const place = finding.found;
        const isTold = place && !isIgnored(finding.id) && !isBeingWritten(id, node.textContent, place.to);
        return isTold ? [place] : [];
      });
    },
  });
  const stop = editor.subscribe(() => {
    const now = placeOf(editor);
    const isSame = now.id === before.id && now.text === before.text;
    if (isSame && now.at === before.at) return;
    const wasWriting = isWriting;
    isWriting = now.id === before.id && !isSame;
    before = now;
    if (wasWriting && !isWriting) highlights.repaint(LAYER);
  });
  const { spellcheck } = view.dom;
  view.dom.spellcheck = false;
  return () => {
    isOver = true;
    clearTimeout(timer);
    stop();
    highlights.hide(LAYER);
    view.dom.spellcheck = spellcheck;
  };

  function ask() {
    clearTimeout(timer);
    timer = setTimeout(() => void know(), REST);
  }

  async function know() {
    while (!isOver && (await learn())) if (!isOver) highlights.repaint(LAYER);
  }
}

/** Where the caret stands, and in which text. */
function placeOf(editor: Editor) {
  const active = editor.activeSegment();
  return {
    id: active?.id ?? null,
    text: active?.text ?? '',
    start: (active?.pos ?? 0) + 1,
    at: editor.view.state.selection.from,
  };
}
