import type { EditorView } from 'prosemirror-view';

/** Takes over a selection that the browser has made and not told of yet: under load, keys come before its event. */
export function takeSelection(view: EditorView): void {
  if (view.hasFocus()) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
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
