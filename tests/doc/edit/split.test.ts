import type { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { mergeSegments, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { linksFor, readLinks } from '../../../shared/doc/model/links.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { doc, page, segment, source, sourceOf } from '../document.ts';
import { changed } from '../meeting.ts';

const start = doc(
  page(
    segment('s1', 'وزیر', 'Minister'),
    segment('s2', 'یک دو سه.', 'One <m1>two</m1> three.', { status: 'reviewed' }),
    segment('s3', 'چهار پنج.'),
  ),
  page(segment('s4', 'شش هفت؟ هشت.', 'Six seven? Eight.'), segment('s5', 'نه ده.')),
);

/** Splits `id` before `word` of the source and at `rendering`. */
const split = (id: string, word: string, rendering: number) => (tr: Transform) =>
  splitSegment(tr, id, { source: source.text.indexOf(word), rendering }, 'new', source);

describe('splitting a segment', () => {
  it('cuts source and rendering; white space at either cut belongs to neither part', () => {
    expectChange(start, split('s4', 'هشت', 'Six seven? '.length), [
      's1 [وزیر] draft: Minister',
      's2 [یک دو سه.] reviewed: One <m1>two</m1> three.',
      's3 [چهار پنج.] initial:',
      '—',
      's4 [شش هفت؟] draft: Six seven?',
      'new [هشت.] draft: Eight.',
      's5 [نه ده.] initial:',
    ]);
  });

  it('leaves an anchor across the cut on both sides, and nobody has vouched for the parts', () => {
    const { doc: after } = changed(start, split('s2', 'دو', 'One tw'.length));
    expectChange(start, split('s2', 'دو', 'One tw'.length), [
      's1 [وزیر] draft: Minister',
      's2 [یک] draft: One <m1>tw</m1>',
      'new [دو سه.] draft: <m1>o</m1> three.',
      's3 [چهار پنج.] initial:',
      '—',
      's4 [شش هفت؟ هشت.] draft: Six seven? Eight.',
      's5 [نه ده.] initial:',
    ]);
    expect(segmentById(after, 'new')?.origin).toBe('typed');
  });

  it('leaves a part without text untranslated, whichever it is', () => {
    const end = changed(start, split('s2', 'سه', 'One two three.'.length)).doc;
    expect(segmentById(end, 's2')).toMatchObject({ status: 'draft', text: 'One two three.' });
    expect(segmentById(end, 'new')).toMatchObject({ status: 'initial', origin: null, text: '' });
    const beginning = changed(start, split('s2', 'سه', 0)).doc;
    expect(segmentById(beginning, 's2')).toMatchObject({ status: 'initial', origin: null, text: '' });
    expect(segmentById(beginning, 'new')).toMatchObject({ status: 'draft', text: 'One two three.' });
  });

  it('keeps the statuses that still say what to do: suggested and rejected', () => {
    for (const status of ['suggested', 'rejected', 'draft'] as const) {
      const one = doc(page(segment('s1', 'یک دو سه.', 'One two', { status })));
      const { doc: after } = changed(one, split('s1', 'دو', 4));
      expect(segmentById(after, 's1')?.status).toBe(status);
      expect(segmentById(after, 'new')?.status).toBe(status);
    }
  });

  it('makes the second part a sentence, even of a lead', () => {
    const lead = doc(page(segment('s1', 'وزیر: یک دو سه.', '', { kind: 'lead' })));
    expectChange(lead, split('s1', 'یک', 0), ['s1 [وزیر:] lead, initial:', 'new [یک دو سه.] initial:']);
  });

  it('leaves the slash between two statements to neither part', () => {
    const two = doc(page(segment('s1', 'چهار پنج. / شش هفت؟')));
    for (const offset of [0, 1, 2, 3]) {
      const at = source.text.indexOf('. / شش') + 1 + offset;
      expectChange(two, (tr) => splitSegment(tr, 's1', { source: at, rendering: 0 }, 'new', source), [
        's1 [چهار پنج.] initial:',
        'new [شش هفت؟] initial:',
      ]);
    }
  });

  it('keeps a slash that belongs to a word', () => {
    const text = sourceOf('و/یا دو');
    const one = doc(page(segment('s1', 'یک', '', { from: 0, to: 7 })));
    const { doc: after } = changed(one, (tr) => splitSegment(tr, 's1', { source: 2, rendering: 0 }, 'new', text));
    expect(segmentById(after, 's1')).toMatchObject({ from: 0, to: 2 });
    expect(segmentById(after, 'new')).toMatchObject({ from: 2, to: 7 });
  });

  it('gives each part the links of its Persian; one across the cut is stale there, and back after a merger', () => {
    const text = 'One two three.';
    const [from, dow, seh] = ['یک', 'دو', 'سه'].map((word) => source.text.indexOf(word)) as [number, number, number];
    const pairs = [
      { source: { from, to: from + 2 }, rendering: { from: 0, to: 3 }, sure: true },
      { source: { from: dow, to: dow + 2 }, rendering: { from: 4, to: 7 }, sure: true },
      { source: { from, to: from + 2 }, rendering: { from: 8, to: 13 }, sure: false },
      { source: { from: seh, to: seh + 2 }, rendering: { from: 8, to: 13 }, sure: true },
    ];
    const linked = doc(page(segment('s1', 'یک دو سه.', text, { links: linksFor(text, pairs) })));
    const { doc: after } = changed(linked, split('s1', 'سه', 'One two '.length));
    const [left, right] = [segmentById(after, 's1'), segmentById(after, 'new')];
    expect(left && readLinks(left)).toEqual({
      current: pairs.slice(0, 2),
      stale: [{ link: pairs[2], was: 'three', rendering: null }],
    });
    expect(right?.links).toEqual(
      linksFor('three.', [{ source: { from: seh, to: seh + 2 }, rendering: { from: 0, to: 5 }, sure: true }]),
    );
    const again = segmentById(changed(after, (tr) => mergeSegments(tr, 's1', source)).doc, 's1');
    expect(new Set(again && readLinks(again).current)).toEqual(new Set(pairs));
  });

  it('keeps stale links stale', () => {
    const pairs = [{ source: { from: 6, to: 8 }, rendering: { from: 0, to: 3 }, sure: true }];
    const links = linksFor('Another text', pairs);
    const linked = doc(page(segment('s1', 'یک دو سه.', 'One two three.', { links })));
    const part = segmentById(changed(linked, split('s1', 'سه', 'One two '.length)).doc, 's1');
    expect(part && readLinks(part)).toEqual({
      current: [],
      stale: [{ link: pairs[0], was: 'Ano', rendering: null }],
    });
  });

  it('snaps back to the start of a grapheme on both sides', () => {
    const text = sourceOf('یک 👩‍👩‍👧 دو');
    const one = doc(page(segment('s1', 'یک', 'One 👩‍👩‍👧 two', { from: 0, to: text.text.length })));
    const inside = { source: 'یک 👩'.length, rendering: 'One 👩‍'.length };
    expectChange(
      one,
      (tr) => splitSegment(tr, 's1', inside, 'new', text),
      ['s1 [یک] draft: One', 'new [👩‍👩‍👧 دو] draft: 👩‍👩‍👧 two'],
      text,
    );
  });

  it('takes a place outside the rendering for its nearer end', () => {
    expect(segmentById(changed(start, split('s2', 'دو', 99)).doc, 's2')?.text).toBe('One two three.');
    expect(segmentById(changed(start, split('s2', 'دو', -1)).doc, 's2')?.text).toBe('');
  });

  it('is refused where a part would cover nothing, and for an id that is unknown, empty or taken', () => {
    const at = { source: source.text.indexOf('دو'), rendering: 0 };
    expectRefusal(start, (tr) => splitSegment(tr, 's9', at, 'new', source));
    expectRefusal(start, (tr) => splitSegment(tr, 's2', at, '', source));
    expectRefusal(start, (tr) => splitSegment(tr, 's2', at, 's5', source));
    expectRefusal(start, split('s2', 'یک', 4));
    expectRefusal(start, split('s2', 'نه', 4));
    const end = source.text.indexOf('یک دو سه.') + 'یک دو سه.'.length;
    expectRefusal(start, (tr) => splitSegment(tr, 's2', { source: end, rendering: 4 }, 'new', source));
    const blank = sourceOf('یک  ');
    const one = doc(page(segment('s1', 'یک', '', { from: 0, to: 4 })));
    expectRefusal(one, (tr) => splitSegment(tr, 's1', { source: 3, rendering: 0 }, 'new', blank));
  });

  it('splits a page that grows above sixty segments, near the middle', () => {
    const text = sourceOf(Array.from({ length: 60 }, (_, index) => `کلمه${index} دیگر`).join('\n'));
    const segments = text.paragraphs.map(({ from, to }, index) => segment(`s${index}`, 'یک', '', { from, to }));
    const full = doc(page(...segments));
    const { doc: after } = changed(full, (tr) =>
      splitSegment(tr, 's7', { source: (text.paragraphs[7]?.to ?? 0) - 4, rendering: 0 }, 'new', text),
    );
    expect(after.children.map((node) => node.childCount)).toEqual([31, 30, 0]);
  });
});
