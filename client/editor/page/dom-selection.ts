import type { EditorView } from 'prosemirror-view';

/** Has the view read where the browser has the caret by now: it tells of a key that moved it a little later, and what is drawn
 *  meanwhile for another reason would put it back. */
export function readSelection(view: EditorView): void {
  if (view.hasFocus() && !view.composing) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/**
 * Takes over a selection that the browser has made and not told of yet: under load, keys come before its event.
 *
 * For 200 ms after it got the focus the view holds a caret at the very start for the browser's own doing and takes it back
 * (prosemirror-view, `DOMObserver.flush`). Once a key was pressed it is the person's: a Home that follows a focus closely
 * would be lost.
 */
export function takeSelection(view: EditorView): void {
  if (!view.hasFocus()) return;
  (view as EditorView & { input: { lastFocus: number } }).input.lastFocus = 0;
  view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}

/** The same commands, each of which first takes over the selection. */
export function withSelection<T extends Readonly<Record<string, () => boolean>>>(view: EditorView, commands: T): T {
  const entries = Object.entries(commands).map(([id, run]) => [
    id,
    () => {
      takeSelection(view);
      return run();
    },
  ]);
  return Object.fromEntries(entries) as T;
}
