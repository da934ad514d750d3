import { closeHistory, redo, undo } from 'prosemirror-history';
import type { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { keptByUndo } from '../../../../client/editor/state/kept.ts';
import { restoreDocument } from '../../../../shared/doc/merge/restore.ts';
import { segments } from '../../../../shared/doc/model/read.ts';
import { covered, doc, page, segment } from '../../../doc/document.ts';
import { done, startOf, stateOf, typed } from '../state.ts';

const rows = ['یک دو سه.', 'چهار پنج.', 'شش هفت؟', 'هشت.', 'نه ده.'];

const written = (text: string) => {
  const segments = rows.map((persian, index) => segment(`s${index}`, persian, `${text} ${index}`));
  return doc(page(...segments.slice(0, 3)), page(...segments.slice(3)));
};
const [oldest, older, newer] = [written('Oldest'), written('Old'), written('New')];

/** `version` restored over what is there, in stretches of at most two segments; undone by itself. */
function restored(state: EditorState = stateOf(newer, 's0'), version = older): EditorState {
  const tr = closeHistory(state.tr);
  expect(restoreDocument(tr, version, covered(newer), 3)).toBe(true);
  return state.apply(tr);
}

function overheard(state: EditorState, id: string): EditorState {
  return state.apply(state.tr.insertText('Not ', startOf(state, id)).setMeta('addToHistory', false));
}

const texts = (state: EditorState) => segments(state.doc).map(({ text }) => text);
const all = (text: string) => rows.map((_, index) => `${text} ${index}`);

describe('a restoration of very many that is taken back', () => {
  it('keeps nothing where nobody has changed anything, back and forth', () => {
    let state = restored();
    expect(texts(state)).toEqual(all('Old'));
    for (const [command, text] of [
      [undo, 'New'],
      [redo, 'Old'],
      [undo, 'New'],
    ] as const) {
      state = done(state, command);
      expect([texts(state), keptByUndo(state)]).toEqual([all(text), 0]);
    }
  });

  it('says how many segments it left, of stretches that others have changed', () => {
    const state = done(overheard(overheard(restored(), 's0'), 's4'), undo);
    const left = texts(state).filter((text) => text.includes('Old'));
    expect(left).toEqual(expect.arrayContaining(['Not Old 0', 'Not Old 4']));
    expect(left.length).toBeLessThan(5);
    expect(keptByUndo(state)).toBe(left.length);
  });

  it('says of what it did again only what that left', () => {
    const undone = done(overheard(restored(), 's0'), undo);
    expect(keptByUndo(undone)).toBeGreaterThan(0);
    const again = done(typed(undone, '!'), undo);
    expect(keptByUndo(again)).toBe(0);
    const redone = done(undone, redo);
    expect(keptByUndo(redone)).toBe(0);
    expect(texts(redone).filter((text) => text.includes('New'))).toEqual([]);
  });

  it('says it of each of several, in the order in which they are taken back and done again', () => {
    let state = restored(overheard(restored(), 's0'), oldest);
    expect(texts(state)).toEqual(all('Oldest'));
    state = done(overheard(state, 's4'), undo);
    const newest = texts(state).filter((text) => text.includes('Oldest')).length;
    expect(newest).toBeGreaterThan(0);
    expect(keptByUndo(state)).toBe(newest);

    state = done(state, undo);
    const left = texts(state).filter((text) => !text.startsWith('New'));
    expect(left).toEqual(expect.arrayContaining(['Not Old 0', 'Not Oldest 4']));
    expect(left.length).toBeLessThan(5);
    expect(keptByUndo(state)).toBe(left.length);

    state = done(done(state, redo), redo);
    expect(keptByUndo(state)).toBe(0);
    expect(texts(state).filter((text) => text.includes('New'))).toEqual([]);
  });

  it('says that all of it stays where somebody has restored another version over it', () => {
    let state = restored();
    const theirs = state.tr.setMeta('addToHistory', false);
    restoreDocument(theirs, oldest, covered(newer), 3);
    state = done(state.apply(theirs), undo);
    expect([texts(state), keptByUndo(state)]).toEqual([all('Oldest'), 5]);
  });
});
