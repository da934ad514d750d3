import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import type { EditorProps, EditorView } from 'prosemirror-view';
import { segmentAt } from '../../../shared/doc/model/read.ts';
import { asRendering, LONGEST_RENDERING } from '../../../shared/doc/model/rendering-text.ts';
import { crossesSegments } from '../commands/rendering.ts';
import type { NoticeKey } from '../state/labels.ts';
import { writtenInNames } from '../state/name-typing.ts';

/** Text from elsewhere as one line of plain text; nothing but line breaks and what no rendering may hold is lost. */
export function pastedText(text: string): string {
  return asRendering(text.replace(/^[\r\n]+|[\r\n]+$/g, ''));
}

/** What is pasted or dropped comes in as plain text, inside one rendering; what is copied is a line for each segment. */
export function clipboardProps(refuse: (why: NoticeKey) => void): EditorProps {
  return {
    clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, '\n'),
    handlePaste(view, event) {
      const text = pastedText(event.clipboardData?.getData('text/plain') ?? '');
      if (crossesSegments(view.state)) refuse('acrossSegments');
      else if (text.length > LONGEST_RENDERING) refuse('tooLong');
      else if (text) view.dispatch(pasted(view.state, text));
      return true;
    },
    handleDrop(view, event, slice, moved) {
      const dragged = view.dragging ? slice.content.textBetween(0, slice.content.size, ' ') : null;
      const text = pastedText(dragged ?? event.dataTransfer?.getData('text/plain') ?? '');
      const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
      if (text && place && segmentAt(view.state.doc, place.pos)) drop(view, text, place.pos, moved && dragged !== null);
      return true;
    },
    handleDOMEvents: {
      cut(view) {
        if (crossesSegments(view.state)) refuse('acrossSegments');
        return false;
      },
    },
  };
}

function pasted(state: EditorState, text: string): Transaction {
  const { from, to } = state.selection;
  return writtenInNames(state, state.tr.insertText(text), from, to).setMeta('paste', true).scrollIntoView();
}

function drop(view: EditorView, text: string, place: number, moved: boolean): void {
  const { tr } = view.state;
  if (moved && !crossesSegments(view.state)) tr.deleteSelection();
  const from = tr.mapping.map(place);
  tr.insertText(text, from).setSelection(TextSelection.create(tr.doc, from, from + text.length));
  view.focus();
  view.dispatch(tr.setMeta('uiEvent', 'drop'));
}
