import { redo, undo } from 'prosemirror-history';
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
const [older, newer] = [written('Old'), written('New')];

/** `newer` with `older` restored over it, in stretches of at most two segments. */
function restored(): EditorState {
  const state = stateOf(newer, 's0');
  const { tr } = state;
  expect(restoreDocument(tr, older, covered(newer), 3)).toBe(true);
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

  it('says so once, and of what it did again only what that left', () => {
    const undone = done(overheard(restored(), 's0'), undo);
    expect(keptByUndo(undone)).toBeGreaterThan(0);
    expect(keptByUndo(typed(undone, '!'))).toBe(0);
    const again = done(undone, redo);
    expect(keptByUndo(again)).toBe(0);
    expect(texts(again).filter((text) => text.includes('New'))).toEqual([]);
  });
});
