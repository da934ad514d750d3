import fc from 'fast-check';
import { AttrStep, Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { mergeSegments, moveBoundary, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { mend } from '../../../shared/doc/merge/mend.ts';
import { segmentById, segments } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import { expectLawful } from '../change.ts';
import { doc, mention, page, segment, shown, source, sourceOf } from '../document.ts';
import { type Change, meet } from '../meeting.ts';

const start = doc(
  page(segment('s1', 'وزیر: یک دو سه. چهار پنج.', 'One two three. Four five.'), segment('s2', 'شش هفت؟', 'Six seven?')),
  page(segment('s3', 'هشت.', 'Eight.'), segment('s4', 'نه ده.', 'Nine ten.')),
);
const split = (id: string, word: string, rendering: number, newId: string) => (tr: Transform) =>
  splitSegment(tr, id, { source: source.text.indexOf(word), rendering }, newId, source);
const merge = (id: string) => (tr: Transform) => mergeSegments(tr, id, source);
const move = (id: string, word: string) => (tr: Transform) => moveBoundary(tr, id, source.text.indexOf(word), source);

/** What both have in the end; lawful, and no text of either is lost, whoever comes first. */
function together(first: Change, second: Change): readonly string[] {
  for (const [one, other] of [
    [second, first],
    [first, second],
  ] as const) {
    const { doc: after, lost } = meet(start, one, other);
    expectLawful(after);
    expect(after.textContent.replace(/ /g, '')).toBe(start.textContent.replace(/ /g, ''));
    expect(lost).toEqual([]);
  }
  return shown(meet(start, first, second).doc);
}

describe('two people who change the structure at once', () => {
  it('both split, at different places', () => {
    expect(together(split('s1', 'چهار', 14, 'a'), split('s1', 'یک', 3, 'b'))).toEqual([
      's1 [وزیر:] draft: One',
      'b [یک دو سه.] draft: two three.',
      'a [چهار پنج.] draft: Four five.',
      's2 [شش هفت؟] draft: Six seven?',
      '—',
      's3 [هشت.] draft: Eight.',
      's4 [نه ده.] draft: Nine ten.',
    ]);
  });

  it('both split at the same place: one border is enough', () => {
    expect(together(split('s1', 'چهار', 14, 'a'), split('s1', 'چهار', 14, 'b'))).toEqual([
      's1 [وزیر: یک دو سه.] draft: One two three.',
      'a [چهار پنج.] draft: Four five.',
      's2 [شش هفت؟] draft: Six seven?',
      '—',
      's3 [هشت.] draft: Eight.',
      's4 [نه ده.] draft: Nine ten.',
    ]);
  });

  it('split crosswise: the order of the text decides', () => {
    expect(together(split('s1', 'چهار', 3, 'a'), split('s1', 'یک', 14, 'b')).slice(0, 3)).toEqual([
      's1 [وزیر:] draft: One',
      'a [یک دو سه.] draft: two three.',
      'b [چهار پنج.] draft: Four five.',
    ]);
  });

  it('both merge, the same pair or pairs in a row', () => {
    expect(together(merge('s1'), merge('s1')).slice(0, 1)).toEqual([
      's1 [وزیر: یک دو سه. چهار پنج. / شش هفت؟] draft: One two three. Four five. Six seven?',
    ]);
    expect(together(merge('s1'), merge('s2'))).toEqual([
      's1 [وزیر: یک دو سه. چهار پنج. / شش هفت؟ هشت.] draft: One two three. Four five. Six seven? Eight.',
      's4 [نه ده.] draft: Nine ten.',
    ]);
    expect(together(merge('s2'), merge('s1'))).toEqual(together(merge('s1'), merge('s2')));
  });

  it('one merges what the other splits', () => {
    expect(together(merge('s1'), split('s1', 'چهار', 14, 'a')).slice(0, 2)).toEqual([
      's1 [وزیر: یک دو سه.] draft: One two three.',
      'a [چهار پنج. / شش هفت؟] draft: Four five. Six seven?',
    ]);
    expect(together(split('s2', 'هفت', 4, 'a'), merge('s1')).slice(0, 2)).toEqual([
      's1 [وزیر: یک دو سه. چهار پنج. / شش] draft: One two three. Four five. Six',
      'a [هفت؟] draft: seven?',
    ]);
  });

  it('both move a border: the one who comes last wins', () => {
    expect(together(move('s1', 'هفت'), move('s1', 'چهار')).slice(0, 2)).toEqual([
      's1 [وزیر: یک دو سه.] draft: One two three. Four five.',
      's2 [چهار پنج. / شش هفت؟] draft: Six seven?',
    ]);
  });

  it('one moves a border beyond what the other split off', () => {
    expect(together(move('s1', 'یک'), split('s1', 'چهار', 14, 'a')).slice(0, 3)).toEqual([
      's1 [وزیر:] draft: One two three.',
      'a [یک دو سه.] draft: Four five.',
      's2 [چهار پنج. / شش هفت؟] draft: Six seven?',
    ]);
  });

  it('one merges at a border that the other moves', () => {
    expect(together(merge('s1'), move('s1', 'چهار')).slice(0, 1)).toEqual([
      's1 [وزیر: یک دو سه. چهار پنج. / شش هفت؟] draft: One two three. Four five. Six seven?',
    ]);
    together(move('s2', 'چهار'), merge('s1'));
  });
});

describe('mending', () => {
  const mended = (change: (tr: Transform) => unknown) => {
    const tr = new Transform(start);
    change(tr);
    const { textContent } = tr.doc;
    let id = 0;
    mend(tr, source, () => `new${++id}`);
    expectLawful(tr.doc);
    expect(tr.doc.textContent.replace(/ /g, '')).toBe(textContent.replace(/ /g, ''));
    return tr.doc;
  };
  const pos = (id: string) => segmentById(start, id)?.pos ?? 0;

  it('writes nothing on a lawful document', () => {
    const tr = new Transform(start);
    expect(mend(tr, source, () => 'new')).toBe(false);
    expect(tr.steps).toEqual([]);
  });

  it('gives the second of two segments with one id another', () => {
    const after = mended((tr) => tr.step(new AttrStep(pos('s3'), 'id', 's1')));
    expect(segments(after).map(({ id }) => id)).toEqual(['s1', 's2', 'new1', 's4']);
  });

  it('fills a paragraph that nobody covers', () => {
    const after = mended((tr) => tr.step(new AttrStep(pos('s4'), 'from', 20)).step(new AttrStep(pos('s4'), 'to', 22)));
    expect(shown(after).at(-1)).toBe('new1 [نه ده.] initial:');
    const before = mended((tr) => tr.step(new AttrStep(pos('s4'), 'from', 3)));
    expect(segments(before)).toHaveLength(5);
  });

  it('lets anchors without a mention go, and the second mention of an id', () => {
    const end = start.content.size - 1;
    const after = mended((tr) => {
      tr.insert(end, [mention('m1'), mention('m1')]);
      tr.addMark(2, 5, schema.marks.anchor.create({ id: 'm1' }));
      tr.addMark(4, 8, schema.marks.anchor.create({ id: 'm2' }));
    });
    expect(shown(after)[0]).toContain('<m1>One</m1> two');
    expect(after.lastChild?.childCount).toBe(1);
  });

  it('puts the ends of a mention in order, which two people may have moved past each other', () => {
    const range = (from: number | null, to: number | null) => {
      const end = start.content.size - 1;
      const { from: a, to: b } =
        mended((tr) => tr.insert(end, mention('m1', { from, to }))).lastChild?.firstChild?.attrs ?? {};
      return [a, b];
    };
    expect(range(8, 6)).toEqual([6, 8]);
    expect(range(6, 6)).toEqual([6, 7]);
    expect(range(null, 6)).toEqual([null, null]);
    expect(range(44, 999)).toEqual([44, source.text.length]);
    expect(range(999, 999)).toEqual([source.text.length - 1, source.text.length]);
  });

  it('takes what no rendering may hold out of it', () => {
    const tr = new Transform(start);
    tr.insert(5, schema.text('\n')).insert(4, schema.text('\ud800'));
    mend(tr, source, () => 'new');
    expectLawful(tr.doc);
    expect(segmentById(tr.doc, 's1')?.text).toBe('One  two three. Four five.');
  });

  it('makes any ranges lawful, and drops no text', () => {
    const sources = [source, sourceOf('یک دو.\n***\n\n'), sourceOf('***\n 😀یک دو / سه'), sourceOf('یک')];
    const range = fc.record({ from: fc.nat(50), to: fc.nat(50), id: fc.constantFrom('a', 'b', 'c', 'd') });
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(range, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        (text, ranges, pageSize) => {
          const nodes = ranges.map((attrs, index) => segment('', 'یک', `Text${index}`, attrs));
          const pages = Array.from({ length: Math.ceil(nodes.length / pageSize) }, (_, index) =>
            page(...nodes.slice(index * pageSize, (index + 1) * pageSize)),
          );
          const tr = new Transform(doc(...pages));
          let id = 0;
          mend(tr, text, () => `new${++id}`);
          expectLawful(tr.doc, text);
          expect(tr.doc.textContent.replace(/ /g, '')).toBe(nodes.map((node) => node.textContent).join(''));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
