import { undo } from 'prosemirror-history';
import { describe, expect, it } from 'vitest';
import { mergeActive, moveBorder, splitActive, toggleLead } from '../../../../client/editor/commands/structure.ts';
import { activeSegment } from '../../../../client/editor/state/active.ts';
import { covered, doc, page, segment, shown } from '../../../doc/document.ts';
import { caretAt, done, stateOf } from '../state.ts';

const document = doc(
  page(
    segment('a', 'وزیر', 'The minister', { kind: 'lead', status: 'translated' }),
    segment('b', 'یک دو سه.', 'One two three.'),
    segment('c', 'چهار پنج.', 'Four five.'),
  ),
);
const source = covered(document);
const at = (word: string) => source.text.indexOf(word);

describe('a split', () => {
  it('cuts the rendering at the caret and the source where it is told, and goes on in the second part', () => {
    const state = done(caretAt(stateOf(document, 'b'), 'b', 8), splitActive(at('سه'), 'x', source));
    expect(shown(state.doc).slice(1, 3)).toEqual(['b [یک دو] draft: One two', 'x [سه.] draft: three.']);
    expect(activeSegment(state)?.id).toBe('x');
    expect(state.selection.$head.parentOffset).toBe(0);
    expect(shown(done(state, undo).doc)).toEqual(shown(document));
  });

  it('is refused where a part would cover nothing', () => {
    expect(() => done(stateOf(document, 'b'), splitActive(at('یک'), 'x', source))).toThrow();
  });
});

describe('a merger', () => {
  it('takes the next segment, or the active one to the previous, and stays where they meet', () => {
    const merged = [
      'a [وزیر] lead, translated: The minister',
      'b [یک دو سه. چهار پنج.] draft: One two three. Four five.',
    ];
    for (const [active, step] of [
      ['b', 1],
      ['c', -1],
    ] as const) {
      const state = done(stateOf(document, active), mergeActive(step, source));
      expect(shown(state.doc)).toEqual(merged);
      expect(activeSegment(state)?.id).toBe('b');
      expect(state.selection.$head.parentOffset).toBe('One two three.'.length);
    }
  });

  it('is refused past either end', () => {
    expect(() => done(stateOf(document, 'c'), mergeActive(1, source))).toThrow();
    expect(() => done(stateOf(document, 'a'), mergeActive(-1, source))).toThrow();
  });
});

describe('a border', () => {
  it('moves in the source and leaves the renderings, one undo a move', () => {
    const state = done(stateOf(document, 'b'), moveBorder('b', at('پنج'), source));
    expect(shown(state.doc).slice(1)).toEqual([
      'b [یک دو سه. چهار] draft: One two three.',
      'c [پنج.] draft: Four five.',
    ]);
    expect(shown(done(state, undo).doc)).toEqual(shown(document));
  });
});

describe('a lead', () => {
  it('becomes a sentence and a lead again', () => {
    const sentence = done(stateOf(document, 'a'), toggleLead);
    expect(shown(sentence.doc)[0]).toBe('a [وزیر] translated: The minister');
    expect(shown(done(sentence, toggleLead).doc)).toEqual(shown(document));
  });
});
