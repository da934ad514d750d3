import { redo, undo } from 'prosemirror-history';
import type { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import {
  deleteMention,
  joinMentions,
  markMention,
  type NamePlace,
  placeMention,
  relabelMention,
  unlinkMention,
} from '../../../../client/editor/commands/mention.ts';
import { markedMentions } from '../../../../shared/doc/model/marked.ts';
import { segmentById } from '../../../../shared/doc/model/read.ts';
import { doc, page, segment, source } from '../../../doc/document.ts';
import { done, isLetThrough, stateOf, typed } from '../state.ts';

const { text } = source;
const english = 'One two three.';
const plain = stateOf(doc(page(segment('a', 'یک دو سه.', english, { status: 'final', origin: 'typed' }))), 'a');

const persian = (words: string): NamePlace => {
  const from = text.indexOf(words);
  return { segment: 'a', side: 'source', from, to: from + words.length };
};
const rendered = (words: string): NamePlace => {
  const from = english.indexOf(words);
  return { segment: 'a', side: 'rendering', from, to: from + words.length };
};
const mark = (id: string, label: string, place: NamePlace) => markMention({ id, label }, place, text);

/** The mentions of a state: `PER دو = two`. */
function told({ doc }: EditorState): readonly string[] {
  return markedMentions(doc, text).map(
    ({ label, surface, rendering }) => `${label} ${surface} = ${rendering?.text ?? ''}`,
  );
}

describe('marking', () => {
  it('marks either side, and the other one afterwards', () => {
    const marked = done(plain, mark('m1', 'PER', persian('دو')));
    expect(told(marked)).toEqual(['PER دو = ']);
    expect(told(done(marked, placeMention('m1', rendered('two'), text)))).toEqual(['PER دو = two']);
    const other = done(plain, mark('m1', 'PER', rendered('two')));
    expect(told(done(other, placeMention('m1', persian('دو'), text)))).toEqual(['PER دو = two']);
  });

  it('makes one mention of two, with the entity that either means, and one undo makes them two again', () => {
    const two = done(done(plain, mark('m1', 'PER', persian('دو'))), mark('m2', 'PER', rendered('two')));
    const [one, other] = [
      { id: 'm1', entity: null },
      { id: 'm2', entity: 'e1' },
    ];
    const joined = done(two, joinMentions(one, other, rendered('two'), text));
    expect(told(joined)).toEqual(['PER دو = two']);
    expect(markedMentions(joined.doc, text).map(({ entity }) => entity)).toEqual(['e1']);
    expect(told(done(joined, undo))).toEqual(told(two));
  });

  it('is no typing: what was confirmed stays so', () => {
    const marked = done(done(plain, mark('m1', 'PER', rendered('two'))), mark('m2', 'ORG', persian('دو')));
    for (const state of [marked, done(marked, deleteMention('m1')), done(marked, undo)]) {
      expect(segmentById(state.doc, 'a')?.status).toBe('final');
    }
    expect(segmentById(typed(marked, '!').doc, 'a')?.status).toBe('draft');
  });

  it('is one undo each, and done again with its record', () => {
    let state = plain;
    const seen = [told(state)];
    for (const command of [
      mark('m1', 'PER', persian('یک دو')),
      mark('m2', 'NORP', persian('دو')),
      placeMention('m1', rendered('One two'), text),
      relabelMention('m1', 'ORG', rendered('two'), text),
      unlinkMention('m1', 'source', text),
      deleteMention('m2'),
    ]) {
      state = done(state, command);
      seen.push(told(state));
    }
    expect(seen.at(-1)).toEqual(['ORG  = two']);
    const last = seen.length - 1;
    for (let index = last - 1; index >= 0; index--) {
      state = done(state, undo);
      expect(told(state)).toEqual(seen[index]);
    }
    for (let index = 1; index <= last; index++) {
      state = done(state, redo);
      expect(told(state)).toEqual(seen[index]);
    }
  });

  it('refuses white space, a range beyond the text, and to take away the only side', () => {
    const refused = (state: EditorState, command: ReturnType<typeof mark>) => command(state) === false;
    expect(refused(plain, mark('m1', 'PER', { ...persian('دو'), to: text.length + 1 }))).toBe(true);
    expect(refused(plain, mark('m1', 'PER', { ...rendered(' '), to: rendered(' ').from + 1 }))).toBe(true);
    expect(refused(plain, mark('m1', '', persian('دو')))).toBe(true);
    const marked = done(plain, mark('m1', 'PER', persian('دو')));
    expect(refused(marked, unlinkMention('m1', 'source', text))).toBe(true);
    expect(refused(marked, unlinkMention('m1', 'rendering', text))).toBe(true);
  });

  it('is let through by the guard', () => {
    mark('m1', 'PER', rendered('two'))(plain, (tr) => expect(isLetThrough(plain, tr)).toBe(true));
    expect.assertions(1);
  });
});
