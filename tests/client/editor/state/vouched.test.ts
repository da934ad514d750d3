import { closeHistory, redo, undo } from 'prosemirror-history';
import type { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { confirmSegment } from '../../../../client/editor/commands/confirm.ts';
import { splitSegment } from '../../../../shared/doc/edit/structure.ts';
import { segmentById } from '../../../../shared/doc/model/read.ts';
import { covered, doc, page, segment } from '../../../doc/document.ts';
import { caretAt, done, startOf, stateOf, typed } from '../state.ts';

const start = doc(
  page(segment('s2', 'یک دو سه.', 'One two three.', { status: 'reviewed' }), segment('s3', 'چهار پنج.', 'Four five.')),
);

/** `state` after what somebody else typed at the beginning of a rendering. */
function overheard(state: EditorState, id: string, text: string): EditorState {
  return state.apply(state.tr.insertText(text, startOf(state, id)).setMeta('addToHistory', false));
}

function split(state: EditorState): EditorState {
  const source = covered(start);
  const { tr } = state;
  splitSegment(tr, 's2', { source: source.text.indexOf('دو'), rendering: 'One '.length }, 'new', source);
  return state.apply(tr);
}

describe('what undo says of a segment', () => {
  it('is what was said of it, where nothing else has changed', () => {
    const state = done(split(stateOf(start, 's2')), undo);
    expect(segmentById(state.doc, 's2')).toMatchObject({ status: 'reviewed', text: 'One two three.' });
  });

  it('joins the halves of a split that is undone, as a draft where somebody has typed in one of them', () => {
    const state = done(overheard(split(stateOf(start, 's2')), 'new', 'rather '), undo);
    expect(segmentById(state.doc, 's2')).toMatchObject({ status: 'draft', text: 'One rather two three.' });
    expect(segmentById(state.doc, 'new')).toBeNull();
  });

  it('confirms no words that came in after the typing which it takes back', () => {
    const state = done(overheard(typed(stateOf(start, 's2'), '!'), 's2', 'No: '), undo);
    expect(segmentById(state.doc, 's2')).toMatchObject({ status: 'draft', text: 'No: One two three.' });
  });

  it('does not confirm again by redo what has changed since the confirmation was undone', () => {
    const confirmed = done(stateOf(start, 's3'), confirmSegment);
    const undone = done(confirmed, undo);
    expect(segmentById(done(undone, redo).doc, 's3')?.status).toBe('translated');
    expect(segmentById(done(overheard(undone, 's3', 'x'), redo).doc, 's3')?.status).toBe('draft');
  });

  it('goes back through several confirmations of one segment', () => {
    let state = typed(stateOf(start, 's2'), '!');
    state = done(state.apply(closeHistory(state.tr)), confirmSegment);
    state = typed(caretAt(state.apply(closeHistory(state.tr)), 's2'), '?');
    for (const text of ['One two three.!', 'One two three.!', 'One two three.']) {
      state = done(state, undo);
      expect(segmentById(state.doc, 's2')?.text).toBe(text);
    }
    expect(segmentById(state.doc, 's2')?.status).toBe('reviewed');
  });
});
