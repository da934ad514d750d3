import { history, redo, undo } from 'prosemirror-history';
import { EditorState } from 'prosemirror-state';
import type { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../shared/core/span.ts';
import {
  addMention,
  describeMention,
  isNameRange,
  type NewMention,
  removeMention,
  setMentionRendering,
  setMentionSource,
} from '../../../shared/doc/edit/mention.ts';
import { mergeSegments } from '../../../shared/doc/edit/structure.ts';
import { mentions, segmentById } from '../../../shared/doc/model/read.ts';
import type { RenderingPlace } from '../../../shared/doc/model/rendering-place.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { doc, mention, ordered, page, segment, shown, source } from '../document.ts';
import { type Change, changed } from '../meeting.ts';

/** Where `words` of the source stand. */
const persian = (words: string): Span => {
  const from = source.text.indexOf(words);
  return { from, to: from + words.length };
};
/** Where `words` stand in the rendering of s2. */
const english = (words: string): RenderingPlace => {
  const from = 'The foreign minister of Russia met them.'.indexOf(words);
  return { segment: 's2', from, to: from + words.length };
};

const start = doc(
  page(
    segment('s1', 'وزیر', 'Minister'),
    segment('s2', 'یک دو سه.', 'The <m1>foreign minister</m1> of Russia met them.'),
  ),
  page(segment('s3', 'چهار پنج.')),
  mention('m1', { ...persian('یک دو'), label: 'TITLE', entity: 'e1' }),
);
const s2 = (markup: string) => [
  's1 [وزیر] draft: Minister',
  `s2 [یک دو سه.] draft: ${markup}`,
  '—',
  's3 [چهار پنج.] initial:',
];
const asBefore = s2('The <m1>foreign minister</m1> of Russia met them.');

const add = (parts: Partial<NewMention>) => (tr: Transform) =>
  addMention(
    tr,
    { id: 'm2', label: 'GPE', entity: null, state: 'accepted', source: null, rendering: null, ...parts },
    source.text,
  );
const remove = (id: string) => (tr: Transform) => removeMention(tr, id);
const tell = (id: string, description: Parameters<typeof describeMention>[2]) => (tr: Transform) =>
  describeMention(tr, id, description);
const place = (id: string, range: Span | null) => (tr: Transform) => setMentionSource(tr, id, range, source.text);
const render = (id: string, rendering: RenderingPlace | null) => (tr: Transform) =>
  setMentionRendering(tr, id, rendering);

/** Ranges of a text of `length` units that are none. */
const noRanges = (length: number): readonly Span[] => [
  { from: -1, to: 2 },
  { from: 0, to: length + 1 },
  { from: length, to: length + 4 },
  { from: 3, to: 3 },
  { from: 4, to: 2 },
  { from: 0.5, to: 2 },
  { from: Number.NaN, to: 2 },
  { from: 0, to: Number.POSITIVE_INFINITY },
];

describe('marking a name', () => {
  it('in the Persian alone: its English is waited for', () => {
    const after = expectChange(start, add({ source: persian('سه') }), asBefore);
    expect(mentions(after).at(-1)).toEqual({
      id: 'm2',
      ...persian('سه'),
      label: 'GPE',
      entity: null,
      state: 'accepted',
    });
  });

  it('in the English alone', () => {
    const after = expectChange(
      start,
      add({ rendering: english('Russia'), entity: 'e9', state: 'proposed' }),
      s2('The <m1>foreign minister</m1> of <m2>Russia</m2> met them.'),
    );
    expect(mentions(after).at(-1)).toMatchObject({ from: null, to: null, entity: 'e9', state: 'proposed' });
  });

  it('on both sides at once, also where it covers all of a rendering', () => {
    const whole = { segment: 's1', from: 0, to: 'Minister'.length };
    const after = expectChange(start, add({ source: persian('وزیر'), rendering: whole }), [
      's1 [وزیر] draft: <m2>Minister</m2>',
      ...asBefore.slice(1),
    ]);
    expect(mentions(after).at(-1)).toMatchObject(persian('وزیر'));
  });

  it('inside another, around it and across its edge, three deep', () => {
    const three = (tr: Transform) => {
      add({ id: 'm2', source: persian('یک دو سه'), rendering: english('foreign minister of Russia') })(tr);
      add({ id: 'm3', source: persian('دو'), rendering: english('minister') })(tr);
      add({ id: 'm4', source: persian('دو سه'), rendering: english('minister of Russia met') })(tr);
    };
    expectChange(
      start,
      three,
      s2(
        'The <m2><m1>foreign </m1></m2><m4><m3><m2><m1>minister</m1></m2></m3></m4><m4><m2> of Russia</m2></m4><m4> met</m4> them.',
      ),
    );
  });

  it('keeps the segment as it was: what is said of a name changes no text', () => {
    const confirmed = doc(page(segment('s1', 'وزیر', 'Minister', { status: 'final' })));
    const { doc: after } = changed(confirmed, add({ rendering: { segment: 's1', from: 0, to: 8 } }));
    expect(segmentById(after, 's1')?.status).toBe('final');
  });

  it('is refused without an id, with one that is taken, without a label, and on neither side', () => {
    expectRefusal(start, add({ id: '', source: persian('سه') }));
    expectRefusal(start, add({ id: 'm1', source: persian('سه') }));
    expectRefusal(start, add({ label: '', source: persian('سه') }));
    expectRefusal(start, add({ entity: '', source: persian('سه') }));
    expectRefusal(start, add({}));
  });

  it('is refused for a range that is none, on either side', () => {
    for (const range of noRanges(source.text.length)) {
      expectRefusal(start, add({ source: range }));
      expectRefusal(start, add({ source: range, rendering: english('Russia') }));
      expectRefusal(start, place('m1', range));
    }
    for (const range of noRanges('The foreign minister of Russia met them.'.length)) {
      expectRefusal(start, add({ rendering: { segment: 's2', ...range } }));
      expectRefusal(start, add({ source: persian('سه'), rendering: { segment: 's2', ...range } }));
      expectRefusal(start, render('m1', { segment: 's2', ...range }));
    }
  });

  it('is refused in a segment that is gone', () => {
    const merged = changed(start, (tr) => mergeSegments(tr, 's1', source)).doc;
    expectRefusal(merged, add({ rendering: english('The') }));
    expectRefusal(merged, render('m1', english('The')));
    expectRefusal(start, add({ source: persian('سه'), rendering: { segment: 's9', from: 0, to: 1 } }));
    expectRefusal(start, add({ rendering: { segment: 's3', from: 0, to: 0 } }));
  });
});

describe('a range that may be marked', () => {
  it('cuts no surrogate pair, no grapheme, and is more than white space', () => {
    const text = '😀 ab e\u0301 👩‍👩‍👧';
    expect(isNameRange(text, { from: 0, to: 2 })).toBe(true);
    expect(isNameRange(text, { from: 0, to: 1 })).toBe(false);
    expect(isNameRange(text, { from: 1, to: 4 })).toBe(false);
    expect(isNameRange(text, { from: 2, to: 3 })).toBe(false);
    expect(isNameRange(text, { from: 3, to: 7 })).toBe(false);
    expect(isNameRange(text, { from: 3, to: 8 })).toBe(true);
    expect(isNameRange(text, { from: 9, to: 11 })).toBe(false);
    expect(isNameRange(text, { from: 9, to: text.length })).toBe(true);
  });
});

describe('saying what a name is', () => {
  it('takes another label, entity or state', () => {
    for (const description of [{ label: 'PER' }, { entity: 'e2' }, { entity: null }, { state: 'proposed' as const }]) {
      const after = expectChange(start, tell('m1', description), asBefore);
      expect(mentions(after)).toEqual([{ ...mentions(start)[0], ...description }]);
    }
  });

  it('is refused for an unknown mention, an empty label or entity, and when it is that already', () => {
    expectRefusal(start, tell('m9', { label: 'PER' }));
    expectRefusal(start, tell('m1', { label: '' }));
    expectRefusal(start, tell('m1', { entity: '' }));
    expectRefusal(start, tell('m1', { label: 'TITLE', entity: 'e1', state: 'accepted' }));
    expectRefusal(start, tell('m1', {}));
  });
});

describe('moving an end', () => {
  it('of the Persian, either one, or both at once', () => {
    for (const words of ['دو', 'یک', 'یک دو سه', 'دو سه']) {
      const after = expectChange(start, place('m1', persian(words)), asBefore);
      expect(mentions(after)[0]).toMatchObject(persian(words));
    }
    expectRefusal(start, place('m1', persian('یک دو')));
    expectRefusal(start, place('m9', persian('دو')));
  });

  it('of the English, either one, or both at once', () => {
    expectChange(start, render('m1', english('minister')), s2('The foreign <m1>minister</m1> of Russia met them.'));
    expectChange(start, render('m1', english('foreign')), s2('The <m1>foreign</m1> minister of Russia met them.'));
    expectChange(
      start,
      render('m1', english('The foreign minister of Russia')),
      s2('<m1>The foreign minister of Russia</m1> met them.'),
    );
    expectChange(start, render('m1', english('minister of')), s2('The foreign <m1>minister of</m1> Russia met them.'));
    expectRefusal(start, render('m1', english('foreign minister')));
    expectRefusal(start, render('m9', english('Russia')));
  });

  it('leaves the mentions inside and around it', () => {
    const nested = changed(start, add({ rendering: english('minister of Russia') })).doc;
    expectChange(
      nested,
      render('m1', english('minister')),
      s2('The foreign <m2><m1>minister</m1></m2><m2> of Russia</m2> met them.'),
    );
  });
});

describe('linking and unlinking a side', () => {
  it('takes the English away and gives it back, here or in another segment', () => {
    const without = expectChange(start, render('m1', null), s2('The foreign minister of Russia met them.'));
    expectChange(without, render('m1', english('foreign minister')), asBefore);
    expectChange(start, render('m1', { segment: 's1', from: 0, to: 8 }), [
      's1 [وزیر] draft: <m1>Minister</m1>',
      ...s2('The foreign minister of Russia met them.').slice(1),
    ]);
  });

  it('takes the Persian away and gives it back', () => {
    const without = expectChange(start, place('m1', null), asBefore);
    expect(mentions(without)[0]).toMatchObject({ from: null, to: null });
    const back = expectChange(without, place('m1', persian('یک دو')), asBefore);
    expect(mentions(back)).toEqual(mentions(start));
  });

  it('is refused for the last side, which only a removal takes, and where there is none', () => {
    expectRefusal(changed(start, render('m1', null)).doc, place('m1', null));
    expectRefusal(changed(start, place('m1', null)).doc, render('m1', null));
    expectRefusal(changed(start, render('m1', null)).doc, render('m1', null));
    expectRefusal(changed(start, place('m1', null)).doc, place('m1', null));
    expectRefusal(start, render('m9', null));
    expectRefusal(start, place('m9', null));
  });
});

describe('removing a mention', () => {
  it('takes it from both sides and leaves the text', () => {
    const after = expectChange(start, remove('m1'), s2('The foreign minister of Russia met them.'));
    expect(mentions(after)).toEqual([]);
    expectRefusal(after, remove('m1'));
  });

  it('takes the anchor wherever it stands, and no other', () => {
    const scattered = doc(
      page(
        segment('s1', 'وزیر', '<m1>Mi</m1>nist<m1>er</m1>'),
        segment('s2', 'یک دو سه.', 'The <m1>fo<m2>re</m2></m1>ign'),
      ),
    );
    expectChange(scattered, remove('m1'), ['s1 [وزیر] draft: Minister', 's2 [یک دو سه.] draft: The fo<m2>re</m2>ign']);
  });
});

describe('the history of one person', () => {
  const edits: Readonly<Record<string, Change>> = {
    'marking in Persian': add({ source: persian('سه') }),
    'marking in English': add({ rendering: english('Russia') }),
    'marking on both sides': add({ source: persian('سه'), rendering: english('minister of') }),
    'another label': tell('m1', { label: 'PER', entity: null }),
    'another Persian range': place('m1', persian('دو')),
    'no Persian': place('m1', null),
    'another English range': render('m1', english('minister of')),
    'no English': render('m1', null),
    removing: remove('m1'),
    'deleting its English': (tr) => tr.delete(15, 40),
  };

  for (const [name, edit] of Object.entries(edits)) {
    it(`undoes and redoes ${name}, also when others have typed meanwhile`, () => {
      for (const typed of ['', 'λ']) {
        let state = EditorState.create({ doc: start, plugins: [history()] });
        const dispatch = (tr: typeof state.tr) => {
          state = state.apply(tr);
        };
        const { tr } = state;
        edit(tr);
        dispatch(tr);
        const type = state.tr.setMeta('addToHistory', false);
        for (const id of ['s3', 's2', 's1']) type.insertText(typed, (segmentById(state.doc, id)?.pos ?? 0) + 1);
        dispatch(type);
        const done = state.doc;
        undo(state, dispatch);
        expect(shown(state.doc).map((line) => line.replaceAll('λ', '').trimEnd())).toEqual(shown(start));
        expect(mentions(state.doc)).toEqual(mentions(start));
        redo(state, dispatch);
        expect(ordered(state.doc).eq(ordered(done))).toBe(true);
      }
    });
  }
});
