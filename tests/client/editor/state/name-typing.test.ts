import { redo, undo } from 'prosemirror-history';
import type { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { insertZwnj } from '../../../../client/editor/commands/rendering.ts';
import { typedInNames, writtenInNames } from '../../../../client/editor/state/name-typing.ts';
import { markedMentions } from '../../../../shared/doc/model/marked.ts';
import { segmentById } from '../../../../shared/doc/model/read.ts';
import { doc, mention, page, segment, shown, source } from '../../../doc/document.ts';
import { caretAt, done, isLetThrough, startOf, stateOf } from '../state.ts';

const english = 'The foreign minister met';
const plain = stateOf(
  doc(
    page(
      segment('a', 'یک دو سه.', 'The <m1>foreign <m2>minister</m2></m1> met', { status: 'final', origin: 'typed' }),
      segment('b', 'چهار پنج.', 'He left'),
    ),
    mention('m1', { label: 'TITLE', from: 6, to: 8, entity: 'e1' }),
    mention('m2', { label: 'PER' }),
  ),
  'a',
);
const endOf = (words: string) => english.indexOf(words) + words.length;
const line = (state: EditorState) => shown(state.doc)[0]?.replace(/^.*?: /, '');

/** `state` after somebody typed `text`, `⌫` for a letter taken away: a transaction a character, as from a keyboard. */
function keyed(state: EditorState, text: string): EditorState {
  let now = state;
  for (const character of text) {
    const { tr, selection } = now;
    const { from, to, empty } = selection;
    if (character === '⌫') now = now.apply(tr.delete(empty ? from - 1 : from, to));
    else now = now.apply(typedInNames(now, tr.insertText(character, from, to), from, to));
  }
  return now;
}

describe('typing over a part of a name', () => {
  it('keeps the end of it in the name, letter by letter, and one undo brings all back', () => {
    const selected = caretAt(plain, 'a', endOf('mini'), endOf('minister'));
    const after = keyed(selected, 'stry');
    expect(line(after)).toBe('The <m1>foreign </m1><m2><m1>ministry</m1></m2> met');
    expect(line(done(after, undo))).toBe('The <m1>foreign </m1><m2><m1>minister</m1></m2> met');
    expect(segmentById(done(after, undo).doc, 'a')?.status).toBe('final');
    expect(line(done(done(after, undo), redo))).toBe(line(after));
  });

  it('leaves the name when all of it is written over, and undo brings it back with its record', () => {
    const after = keyed(caretAt(plain, 'a', endOf('foreign '), endOf('minister')), 'chief');
    expect(line(after)).toBe('The <m1>foreign chief</m1> met');
    const all = keyed(caretAt(plain, 'a', endOf('The '), endOf('minister')), 'X');
    expect(markedMentions(all.doc, source.text)[0]).toMatchObject({ id: 'm1', isWaiting: true, entity: 'e1' });
    const back = markedMentions(done(all, undo).doc, source.text)[0];
    expect(back).toMatchObject({ id: 'm1', entity: 'e1', rendering: { text: 'foreign minister' } });
  });

  it('is let through by the guard', () => {
    const state = caretAt(plain, 'a', endOf('mini'), endOf('minister'));
    const { from, to } = state.selection;
    expect(isLetThrough(state, typedInNames(state, state.tr.insertText('x', from, to), from, to))).toBe(true);
  });
});

describe('typing at the end of a name', () => {
  const atEnd = caretAt(plain, 'a', endOf('minister'));

  it('is outside of it, as at its beginning', () => {
    expect(line(keyed(atEnd, 'ial'))).toBe('The <m1>foreign </m1><m2><m1>minister</m1></m2>ial met');
    expect(line(keyed(caretAt(plain, 'a', endOf('The ')), 'X'))).toBe(
      'The X<m1>foreign </m1><m2><m1>minister</m1></m2> met',
    );
  });

  it('goes on in the name after its last letters were taken away, until a space', () => {
    expect(line(keyed(atEnd, '⌫⌫ry of it'))).toBe('The <m1>foreign </m1><m2><m1>ministry </m1></m2>of it met');
  });

  it('goes on through a zero-width non-joiner', () => {
    const joined = done(keyed(atEnd, '⌫⌫'), insertZwnj);
    expect(line(keyed(joined, 'x'))).toBe('The <m1>foreign </m1><m2><m1>minist\u200cx</m1></m2> met');
  });

  it('goes on through what others do elsewhere', () => {
    const shortened = keyed(atEnd, '⌫⌫');
    const received = shortened.tr.insertText('Then ', startOf(shortened, 'b')).setMeta('addToHistory', false);
    expect(line(keyed(shortened.apply(received), 'ry'))).toBe('The <m1>foreign </m1><m2><m1>ministry</m1></m2> met');
  });

  it('does not go on once the caret was elsewhere, nor after an undo', () => {
    const shortened = keyed(atEnd, '⌫⌫');
    const away = caretAt(caretAt(shortened, 'a', 0), 'a', endOf('minist'));
    expect(line(keyed(away, 'ry'))).toBe('The <m1>foreign </m1><m2><m1>minist</m1></m2>ry met');
    const again = caretAt(shortened, 'a', endOf('minist'));
    expect(line(keyed(again, 'ry')), 'the caret was put where it is').toContain('ministry</m1>');
    expect(line(keyed(done(shortened, undo), 'X'))).toBe('The <m1>foreign </m1><m2><m1>minister</m1></m2>X met');
  });
});

describe('pasting', () => {
  const pasted = (state: EditorState, text: string) => {
    const { from, to } = state.selection;
    return line(state.apply(writtenInNames(state, state.tr.insertText(text), from, to)));
  };

  it('over a part of a name is in it, at the end of a name outside', () => {
    expect(pasted(caretAt(plain, 'a', endOf('mini'), endOf('minister')), 'stry')).toBe(
      'The <m1>foreign </m1><m2><m1>ministry</m1></m2> met',
    );
    const shortened = keyed(caretAt(plain, 'a', endOf('minister')), '⌫⌫');
    expect(pasted(shortened, 'ry')).toBe('The <m1>foreign </m1><m2><m1>minist</m1></m2>ry met');
  });
});
