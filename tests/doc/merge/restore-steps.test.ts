import { AttrStep, Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { mergeSegments, moveBoundary, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { restoreDocument, restoreSegment } from '../../../shared/doc/merge/restore.ts';
import { mentions, segmentById, segments } from '../../../shared/doc/model/read.ts';
import { type MentionAttrs, schema } from '../../../shared/doc/model/schema.ts';
import { expectLawful, expectRefusal } from '../change.ts';
import { content, doc, mention, page, segment, shown, source } from '../document.ts';
import { type Change, changed, meet } from '../meeting.ts';

const at = (word: string) => source.text.indexOf(word);
const parts = (second: string) =>
  page(
    segment('s1', 'وزیر', 'Minister', { kind: 'lead' }),
    segment('s2', 'یک دو سه.', second),
    segment('s3', 'چهار پنج.', 'Four five.'),
    segment('s4', 'شش هفت؟ هشت.', 'Six.'),
    segment('s5', 'نه ده.', 'Nine.'),
  );
const start = doc(parts('One two three.'));

/** Restores `target` in `later`: expects to be told that it happened, and gives the steps. */
function restored(later: typeof start, target: typeof start) {
  const tr = new Transform(later);
  expect(restoreDocument(tr, target, source)).toBe(true);
  expectLawful(tr.doc);
  expect(content(tr.doc)).toEqual(content(target));
  return tr;
}

describe('what a restoration says', () => {
  it('is true for what it did, and false for what others did before it in the same transaction', () => {
    const tr = new Transform(start);
    setRendering(tr, 's2', 'Another.');
    expect(restoreDocument(tr, tr.doc, source)).toBe(false);
    expect(restoreSegment(tr, tr.doc, 's2', source)).toBe(false);
    expect(restoreSegment(tr, start, 's2', source)).toBe(true);
    expect(tr.doc.eq(start)).toBe(true);
  });

  it('is false for a segment of a version that is not of this source', () => {
    const other = doc(page(segment('s2', 'یک دو سه.', 'Another.')));
    expectRefusal(start, (tr) => restoreSegment(tr, other, 's2', source));
  });
});

describe('the steps of a restoration', () => {
  it('give a moved border back without touching a text, so that typing on both of its sides stays', () => {
    const later = changed(start, (tr) => moveBoundary(tr, 's2', at('دو'), source)).doc;
    expect(restored(later, start).steps.every((step) => step instanceof AttrStep)).toBe(true);
    for (const id of ['s2', 's3']) {
      const type: Change = (tr) => tr.insert((segmentById(tr.doc, id)?.pos ?? 0) + 3, schema.text('λ'));
      const { doc: after, lost } = meet(later, type, (tr) => restoreDocument(tr, start, source));
      expect(segmentById(after, id)?.text).toContain('λ');
      expect(lost).toEqual([]);
    }
  });

  it('touch only the stretch that differs', () => {
    const later = changed(start, (tr) => mergeSegments(tr, 's3', source) && setRendering(tr, 's1', 'Envoy')).doc;
    const tr = new Transform(later);
    expect(restoreSegment(tr, start, 's4', source)).toBe(true);
    expect(shown(tr.doc)).toEqual(['s1 [وزیر] lead, draft: Envoy', ...shown(start).slice(1)]);
  });

  it('put the texts of a stretch in the place of one that has more or fewer segments, each its own', () => {
    const split = changed(start, (tr) => splitSegment(tr, 's2', { source: at('دو'), rendering: 4 }, 'a', source)).doc;
    const more = changed(split, (tr) => splitSegment(tr, 'a', { source: at('سه'), rendering: 4 }, 'b', source)).doc;
    expect(
      segments(more)
        .map(({ text }) => text)
        .slice(1, 4),
    ).toEqual(['One', 'two', 'three.']);
    restored(more, start);
    restored(start, more);
    restored(split, more);
  });

  it.each([
    ['begins', 'One <m1>two</m1> three.', 'One <m1>two three</m1>.'],
    ['ends', 'One <m1>two</m1> three.', '<m1>One two</m1> three.'],
    ['stands', 'One <m1>two</m1> three.', 'One two <m1>three</m1>.'],
    ['goes on', 'One <m1>two</m1> three.', '<m1>One</m1> <m1>two</m1> three.'],
  ])('move the anchor of a name that %s elsewhere, in both directions', (_how, one, other) => {
    const [before, after] = [doc(parts(one)), doc(parts(other))];
    for (const [later, target] of [
      [after, before],
      [before, after],
    ] as const) {
      const tr = restored(later, target);
      expect(tr.doc.textContent).toBe(later.textContent);
      expect(segmentById(tr.doc, 's2')?.node.eq(segmentById(target, 's2')?.node ?? later)).toBe(true);
    }
  });
});

describe('an anchor that stands in several places', () => {
  it('goes from one of them by one step and leaves the others, and comes back as it went', () => {
    const both = doc(parts('<m1>One</m1> <m1>two</m1> three.'));
    for (const rest of ['<m1>One</m1> two three.', 'One <m1>two</m1> three.']) {
      expect(restored(both, doc(parts(rest))).steps).toHaveLength(1);
      expect(restored(doc(parts(rest)), both).steps).toHaveLength(1);
    }
  });
});

describe('a stretch whose texts were rewritten as well', () => {
  it('has its own texts again, be they longer or shorter than those that stand there', () => {
    const long = doc(parts('One, two and three, said at some length.'));
    for (const text of ['', '1', 'One, two and three, and then four, five, six, seven, eight and nine.']) {
      const two = changed(start, (tr) => splitSegment(tr, 's2', { source: at('دو'), rendering: 4 }, 'a', source)).doc;
      const other = changed(two, (tr) => {
        setRendering(tr, 's2', text);
        setRendering(tr, 'a', `${text}${text}`);
      }).doc;
      restored(other, long);
      restored(long, other);
    }
  });

  it('is put together without a space, which no text of it has', () => {
    const split = changed(start, (tr) => splitSegment(tr, 's2', { source: at('دو'), rendering: 4 }, 'a', source)).doc;
    const whole = doc(parts('Onetwo three.'));
    const inserted = restored(split, whole).steps.map((step) => JSON.stringify(step.toJSON()));
    expect(inserted.filter((step) => step.includes('"text"'))).toEqual([]);
  });
});

describe('the mentions of a restoration', () => {
  const all = (...list: readonly ReturnType<typeof mention>[]) => doc(parts('One two three.'), ...list);
  const named = (id: string, attrs: Partial<MentionAttrs> = {}) =>
    mention(id, { from: at('یک'), to: at('یک') + 2, ...attrs });

  it('go where they are unwanted, a row of them in one step, wherever it stands', () => {
    const target = all(named('b'), named('e'));
    const later = all(...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => named(id)));
    expect(restored(later, target).steps).toHaveLength(3);
    expect(restored(all(named('a'), named('b'), named('e')), target).steps).toHaveLength(1);
    expect(restored(all(named('b'), named('e'), named('f'), named('g')), target).steps).toHaveLength(1);
    expect(restored(all(named('x'), named('y')), all()).steps).toHaveLength(1);
  });

  it('come back behind those that are there', () => {
    const { doc: after } = restored(all(named('b')), all(named('a'), named('b'), named('c')));
    expect(mentions(after).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it.each<Partial<MentionAttrs>>([
    { label: 'ORG' },
    { entity: 'e1' },
    { from: at('دو'), to: at('دو') + 2 },
    { to: at('دو') + 2 },
    { from: null, to: null },
  ])('say again what they said, whichever of it differs: %o', (attrs) => {
    const target = all(named('a'), named('b', attrs), named('c'));
    const steps = restored(all(named('a'), named('b'), named('c')), target).steps;
    expect(steps.every((step) => step instanceof AttrStep)).toBe(true);
    restored(target, all(named('a'), named('b'), named('c')));
  });

  it('come back with a segment only where they are anchored in it', () => {
    const target = doc(parts('One <m1>two</m1> three.'), named('m1'), named('m2'));
    const later = doc(parts('One more.'), named('m3'));
    const tr = new Transform(later);
    expect(restoreSegment(tr, target, 's2', source)).toBe(true);
    expectLawful(tr.doc);
    expect(mentions(tr.doc).map(({ id }) => id)).toEqual(['m3', 'm1']);
  });
});

describe('the ids of a restored segment', () => {
  const own = (first: string, second: string, third: string) =>
    doc(
      page(
        segment('s1', 'وزیر'),
        segment(first, 'یک دو سه.', 'One.'),
        segment(second, 'چهار پنج.', 'Four.'),
        segment(third, 'شش هفت؟ هشت.', 'Six.'),
        segment('s5', 'نه ده.'),
      ),
    );

  it('stay their own where they stand in the same stretch, and give way to a free one of it where not', () => {
    // Two in one stretch: their border differs. The id of the first is that of another segment by now.
    const target = changed(own('a', 'b', 'c'), (tr) => moveBoundary(tr, 'a', at('سه'), source)).doc;
    const tr = new Transform(own('x', 'b', 'a'));
    expect(restoreSegment(tr, target, 'b', source)).toBe(true);
    expectLawful(tr.doc);
    expect(segments(tr.doc).map(({ id }) => id)).toEqual(['s1', 'x', 'b', 'a', 's5']);
    expect(segments(tr.doc).map(({ from, to }) => [from, to])).toEqual(
      segments(target).map(({ from, to }) => [from, to]),
    );
  });

  it('are refused where the stretch has none left', () => {
    const target = changed(own('a', 'b', 'c'), (tr) =>
      splitSegment(tr, 'a', { source: at('دو'), rendering: 0 }, 's5b', source),
    ).doc;
    const other = own('x', 'a', 's5b');
    expectRefusal(other, (tr) => restoreSegment(tr, target, 'a', source));
  });
});
