import { undo } from 'prosemirror-history';
import type { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { confirmAndGoOn, confirmSegment, reviewAndGoOn, say } from '../../../../client/editor/commands/confirm.ts';
import { goBy, goToIndex, goToUnconfirmed } from '../../../../client/editor/commands/navigate.ts';
import { activeSegment } from '../../../../client/editor/state/active.ts';
import { statuses } from '../../../../shared/core/status.ts';
import { segments } from '../../../../shared/doc/model/read.ts';
import { doc, page, segment } from '../../../doc/document.ts';
import { done, stateOf, typed } from '../state.ts';

const document = doc(
  page(
    segment('a', 'وزیر', 'The minister', { status: 'translated' }),
    segment('b', 'یک دو سه.', 'One two three.', { status: 'draft' }),
  ),
  page(segment('c', 'چهار پنج.'), segment('d', 'شش هفت؟', 'Six seven?', { status: 'final' })),
  page(segment('e', 'هشت.', 'Eight.', { status: 'suggested' })),
);
const all = () => true;
const active = (state: EditorState) => activeSegment(state)?.id;
const said = ({ doc }: EditorState) => segments(doc).map(({ id, status }) => `${id} ${status}`);

describe('confirming', () => {
  it('says translated and goes to the next segment that is not confirmed', () => {
    const state = done(stateOf(document, 'b'), confirmAndGoOn(all));
    expect(said(state)[1]).toBe('b translated');
    expect(active(state)).toBe('c');
  });

  it('goes around the end of the document', () => {
    const state = done(stateOf(document, 'e'), confirmAndGoOn(all));
    expect(active(state)).toBe('b');
  });

  it('goes only where a filter lets it', () => {
    expect(
      active(
        done(
          stateOf(document, 'b'),
          confirmAndGoOn((id) => id !== 'c'),
        ),
      ),
    ).toBe('e');
  });

  it('stays when told to, and where everything is confirmed', () => {
    expect(active(done(stateOf(document, 'b'), confirmSegment))).toBe('b');
    const confirmed = doc(page(segment('a', 'وزیر', 'The minister', { status: 'draft' })));
    expect(active(done(stateOf(confirmed, 'a'), confirmAndGoOn(all)))).toBe('a');
  });

  it('keeps a segment that is further', () => {
    expect(said(done(stateOf(document, 'd'), confirmSegment))[3]).toBe('d final');
  });

  it('refuses what has no rendering to vouch for', () => {
    expect(() => done(stateOf(document, 'c'), confirmSegment)).toThrow();
    expect(() => done(typed(stateOf(document, 'c'), ' \u200c'), confirmSegment)).toThrow();
    expect(() => done(stateOf(document, 'c'), say('reviewed'))).toThrow();
  });

  it('is an undo of its own, after typing too', () => {
    const state = done(typed(stateOf(document, 'c'), 'Four five.'), confirmSegment);
    expect(said(done(state, undo))[2]).toBe('c draft');
  });
});

describe('reviewing', () => {
  it('says reviewed and goes to the next segment that is not, confirmed or not', () => {
    const state = done(stateOf(document, 'b'), reviewAndGoOn(all));
    expect(said(state)[1]).toBe('b reviewed');
    expect(active(state)).toBe('c');
    expect(active(done(stateOf(document, 'e'), reviewAndGoOn(all)))).toBe('a');
  });

  it('keeps a final segment final, and refuses one without a rendering', () => {
    expect(said(done(stateOf(document, 'd'), reviewAndGoOn(all)))[3]).toBe('d final');
    expect(() => done(stateOf(document, 'c'), reviewAndGoOn(all))).toThrow();
  });
});

describe('saying where a segment stands', () => {
  it.each(statuses.filter((status) => status !== 'draft'))('makes it %s', (status) => {
    expect(said(done(stateOf(document, 'b'), say(status)))[1]).toBe(`b ${status}`);
  });

  it('leaves one that stands there already as it is', () => {
    const state = stateOf(document, 'b');
    expect(done(state, say('draft'))).toBe(state);
  });
});

describe('going', () => {
  it('steps over what a filter hides, and stops at the ends', () => {
    expect(
      active(
        done(
          stateOf(document, 'a'),
          goBy(1, (id) => id !== 'b'),
        ),
      ),
    ).toBe('c');
    expect(active(done(stateOf(document, 'c'), goBy(-1, all)))).toBe('b');
    expect(() => done(stateOf(document, 'a'), goBy(-1, all))).toThrow();
    expect(() => done(stateOf(document, 'e'), goBy(1, all))).toThrow();
  });

  it('finds a segment by its place, the nearest one past the ends', () => {
    expect(active(done(stateOf(document, 'a'), goToIndex(3)))).toBe('d');
    expect(active(done(stateOf(document, 'a'), goToIndex(99)))).toBe('e');
    expect(active(done(stateOf(document, 'e'), goToIndex(-1)))).toBe('a');
  });

  it('finds the next unconfirmed segment after the caret first', () => {
    expect(active(done(stateOf(document, 'a'), goToUnconfirmed(all)))).toBe('b');
    expect(active(done(stateOf(document, 'd'), goToUnconfirmed(all)))).toBe('e');
    expect(active(done(stateOf(document, 'e'), goToUnconfirmed(all)))).toBe('b');
  });

  it('stays in the last unconfirmed segment, and finds none where all are confirmed', () => {
    const onlyB = (id: string) => id === 'b';
    expect(active(done(stateOf(document, 'b'), goToUnconfirmed(onlyB)))).toBe('b');
    expect(() =>
      done(
        stateOf(document, 'a'),
        goToUnconfirmed((id) => id === 'd'),
      ),
    ).toThrow();
  });

  it('puts the caret where writing goes on', () => {
    const { selection } = done(stateOf(document, 'a'), goBy(1, all));
    expect(selection.empty && selection.$head.parentOffset).toBe('One two three.'.length);
  });
});
