import { keydownHandler } from 'prosemirror-keymap';
import { type Command, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { goBy, goToIndex, type IsShown } from '../commands/navigate.ts';
import { crossesSegments, selectRendering } from '../commands/rendering.ts';
import { edgeCommands } from './edges.ts';

/** What keys need that is not in the document. */
export interface KeyContext {
  readonly isShown: IsShown;
  /** Tells why an edit over several segments does not happen. */
  refuse(): void;
  /** Takes the focus out of the text. */
  leave(): void;
}

/**
 * The keys that belong to the text itself; all others are commands (`client/keys`). Enter and Tab go to the next
 * segment, Shift+Tab to the previous one, Escape leaves the text, so that Tab goes on through the page.
 */
export function textKeys({ isShown, refuse, leave }: KeyContext): (view: EditorView, event: KeyboardEvent) => boolean {
  const stay: Command = () => true;
  const orStay =
    (command: Command): Command =>
    (state, dispatch, view) =>
      command(state, dispatch, view) || true;
  const keepWhole: Command = (state) => {
    if (crossesSegments(state)) refuse();
    return crossesSegments(state);
  };
  const next = orStay(goBy(1, isShown));
  const previous = orStay(goBy(-1, isShown));
  const overEdge = edgeCommands(isShown);
  return keydownHandler({
    Enter: next,
    'Shift-Enter': stay,
    Tab: next,
    'Shift-Tab': previous,
    Escape: () => {
      leave();
      return true;
    },
    'Mod-a': orStay(selectRendering),
    Backspace: keepWhole,
    'Shift-Backspace': keepWhole,
    'Mod-Backspace': keepWhole,
    Delete: keepWhole,
    'Mod-Delete': keepWhole,
    ArrowUp: overEdge('up', false),
    ArrowDown: overEdge('down', false),
    ArrowLeft: overEdge('left', false),
    ArrowRight: overEdge('right', false),
    'Shift-ArrowUp': overEdge('up', true),
    'Shift-ArrowDown': overEdge('down', true),
    'Shift-ArrowLeft': overEdge('left', true),
    'Shift-ArrowRight': overEdge('right', true),
    'Ctrl-ArrowUp': previous,
    'Ctrl-ArrowDown': next,
    'Mod-Home': goToStart,
    'Mod-End': goToIndex(Number.MAX_SAFE_INTEGER),
  });
}

const goToStart: Command = (state, dispatch) => {
  const start = TextSelection.atStart(state.doc);
  dispatch?.(state.tr.setSelection(start).scrollIntoView());
  return true;
};
