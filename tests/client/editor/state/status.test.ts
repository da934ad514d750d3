import { redo, undo } from 'prosemirror-history';
import type { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { clearActive, copySourceOver } from '../../../../client/editor/commands/rendering.ts';
import { withOwnStanding } from '../../../../client/editor/state/status.ts';
import type { Status } from '../../../../shared/core/status.ts';
import { segmentById } from '../../../../shared/doc/model/read.ts';
import { doc, page, segment, source } from '../../../doc/document.ts';
import { done, startOf, stateOf, typed } from '../state.ts';

const withStatus = (status: Status, rendering = 'One two three.') =>
  stateOf(doc(page(segment('a', 'یک دو سه.', rendering, { status, origin: rendering ? 'imported' : null }))), 'a');

function standing({ doc }: EditorState): string {
  const { status, origin, text } = segmentById(doc, 'a') ?? { status: null, origin: null, text: '' };
  return `${status}, ${origin}: ${text}`;
}

describe('typing', () => {
  it.each(['translated', 'reviewed', 'final'] as const)('makes a %s segment a draft', (status) => {
    expect(standing(typed(withStatus(status), '!'))).toBe('draft, imported: One two three.!');
  });

  it('makes an untranslated segment a typed draft', () => {
    expect(standing(typed(withStatus('initial', ''), 'One'))).toBe('draft, typed: One');
  });

  it('makes an emptied segment untranslated', () => {
    const state = withStatus('translated');
    const start = startOf(state, 'a');
    expect(standing(state.apply(state.tr.delete(start, start + 14)))).toBe('initial, null: ');
  });

  it('is undone together with the state that it took, and done again with it', () => {
    const state = withStatus('reviewed');
    const edited = typed(state, '!');
    const undone = done(edited, undo);
    expect(standing(undone)).toBe('reviewed, imported: One two three.');
    expect(standing(done(undone, redo))).toBe(standing(edited));
  });

  it('takes one state a segment, however many letters follow', () => {
    let state = withStatus('translated');
    for (const letter of ' and') state = typed(state, letter);
    expect(standing(done(state, undo))).toBe('translated, imported: One two three.');
  });
});

describe('what is not typing', () => {
  it('leaves the state to those who sent it', () => {
    const state = withStatus('translated');
    const sent = state.tr.insertText('!').setMeta('addToHistory', false);
    expect(standing(state.apply(sent))).toBe('translated, imported: One two three.!');
  });

  it('leaves it to a change that says itself where segments stand', () => {
    const state = withStatus('translated');
    expect(standing(state.apply(withOwnStanding(state.tr.insertText('!'))))).toBe(
      'translated, imported: One two three.!',
    );
  });

  it('leaves it to the commands: a copied source is a draft, a cleared rendering untranslated', () => {
    const state = withStatus('translated');
    expect(standing(done(state, copySourceOver(source)))).toBe('draft, typed: یک دو سه.');
    expect(standing(done(state, clearActive))).toBe('initial, null: ');
  });
});
