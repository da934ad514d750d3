import { closeHistory, redo, undo } from 'prosemirror-history';
import type { EditorState, Transaction } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { confirmSegment } from '../../../../client/editor/commands/confirm.ts';
import { mergeSegments, moveBoundary, setStatus, splitSegment } from '../../../../shared/doc/edit/structure.ts';
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

/** `state` after one change of this person. */
function applied(state: EditorState, change: (tr: Transaction) => unknown): EditorState {
  const { tr } = state;
  change(tr);
  return state.apply(tr);
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

  it('vouches for nothing that it has only brought back itself', () => {
    let state = done(overheard(split(stateOf(start, 's2')), 'new', 'rather '), undo);
    for (const again of [redo, undo, redo, undo]) state = done(state, again);
    expect(segmentById(state.doc, 's2')).toMatchObject({ status: 'draft', text: 'One rather two three.' });
  });

  it('confirms no words that came in after the typing which it takes back', () => {
    const state = done(overheard(typed(stateOf(start, 's2'), '!'), 's2', 'No: '), undo);
    expect(segmentById(state.doc, 's2')).toMatchObject({ status: 'draft', text: 'No: One two three.' });
  });

  it('leaves what somebody wrote behind the first words of this person a draft, and never untranslated', () => {
    const empty = doc(page(segment('s2', 'یک دو سه.', ''), segment('s3', 'چهار پنج.', 'Four.', { status: 'initial' })));
    const first = typed(caretAt(stateOf(empty, 's2'), 's2'), 'One.');
    expect(segmentById(done(first, undo).doc, 's2')).toMatchObject({ status: 'initial', text: '' });
    expect(segmentById(done(overheard(first, 's2', 'No: '), undo).doc, 's2')).toMatchObject({
      status: 'draft',
      origin: 'typed',
      text: 'No: ',
    });
    const brought = typed(caretAt(stateOf(empty, 's3'), 's3'), '!');
    expect(segmentById(done(brought, undo).doc, 's3')).toMatchObject({ status: 'initial', text: 'Four.' });
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

  it('parts a merge that is undone, as drafts where somebody has typed in what was joined', () => {
    const merged = applied(stateOf(start, 's2'), (tr) => mergeSegments(tr, 's2', covered(start)));
    expect(segmentById(done(merged, undo).doc, 's2')).toMatchObject({ status: 'reviewed', text: 'One two three.' });
    const undone = done(overheard(merged, 's2', 'No: '), undo);
    expect(segmentById(undone.doc, 's2')).toMatchObject({ status: 'draft', text: 'No: One two three.' });
    expect(segmentById(undone.doc, 's3')).toMatchObject({ text: 'Four five.' });
  });

  it('gives a border back that was moved, and leaves what somebody has typed beside it a draft', () => {
    const source = covered(start);
    const moved = applied(stateOf(start, 's2'), (tr) => moveBoundary(tr, 's2', source.text.indexOf('پنج'), source));
    expect(segmentById(done(moved, undo).doc, 's2')).toMatchObject({ status: 'reviewed' });
    const undone = done(overheard(moved, 's2', 'No: '), undo);
    expect(segmentById(undone.doc, 's2')).toMatchObject({ status: 'draft', text: 'No: One two three.' });
  });

  it('is of many that were confirmed together nothing about the one in which somebody has typed, back and forth', () => {
    const both = doc(
      page(segment('s2', 'یک دو سه.', 'One.', { status: 'draft' }), segment('s3', 'چهار پنج.', 'Four.')),
    );
    const confirmed = applied(stateOf(both, 's2'), (tr) => {
      for (const id of ['s2', 's3']) setStatus(tr, id, 'translated');
    });
    const standing = (state: EditorState) => ['s2', 's3'].map((id) => segmentById(state.doc, id)?.status);
    const before = standing(stateOf(both, 's2'));
    expect(standing(done(confirmed, undo))).toEqual(before);
    expect(standing(done(done(confirmed, undo), redo))).toEqual(['translated', 'translated']);

    const heard = overheard(done(confirmed, undo), 's2', 'No: ');
    expect(standing(done(heard, redo))).toEqual(['draft', 'translated']);
    const typedOver = applied(overheard(confirmed, 's2', 'No: '), (tr) => {
      setStatus(tr, 's2', 'draft');
      tr.setMeta('addToHistory', false);
    });
    expect(standing(done(typedOver, undo))).toEqual(before);
    expect(standing(done(done(typedOver, undo), redo))).toEqual(['draft', 'translated']);
  });
});
