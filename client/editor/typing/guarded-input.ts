import { TextSelection } from 'prosemirror-state';
import type { EditorProps, EditorView } from 'prosemirror-view';
import { crossesSegments } from '../commands/rendering.ts';

/**
 * The first line of defence: input that would reach over a rendering, break its line or style its text is stopped before
 * the browser touches the page. `goOn` is what a line break means here; `refuse` tells why nothing happened.
 */
export function inputProps(goOn: () => void, refuse: () => void): EditorProps {
  return {
    handleTextInput(view) {
      if (!crossesSegments(view.state)) return false;
      refuse();
      return true;
    },
    handleDOMEvents: {
      beforeinput(view, event) {
        const { inputType } = event;
        const breaksLine = inputType === 'insertParagraph' || inputType === 'insertLineBreak';
        const reaches = reachesOver(event);
        if (!breaksLine && !inputType.startsWith('format') && !reaches) return false;
        event.preventDefault();
        if (reaches) refuse();
        else if (breaksLine && !view.composing) goOn();
        return true;
      },
      compositionstart(view) {
        collapse(view);
        return false;
      },
    },
  };
}

/** True when the browser is about to change more than the inside of one rendering. */
function reachesOver(event: InputEvent): boolean {
  return event.getTargetRanges().some(({ startContainer, endContainer }) => {
    const start = renderingOf(startContainer);
    return start !== renderingOf(endContainer) || (start === null && event.inputType.startsWith('delete'));
  });
}

function renderingOf(node: Node): Element | null {
  return (node instanceof Element ? node : node.parentElement)?.closest('.rendering') ?? null;
}

/** An input method writes into the page by itself: it gets a caret, never a selection over several segments. */
function collapse(view: EditorView): void {
  const { doc, selection, tr } = view.state;
  if (crossesSegments(view.state)) view.dispatch(tr.setSelection(TextSelection.create(doc, selection.head)));
}
