import { Transform } from 'prosemirror-transform';
import { expect, it } from 'vitest';
import { mergeSegments, moveBoundary, setRange, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { linksFor, readLinks } from '../../../shared/doc/model/links.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { expectRefusal } from '../change.ts';
import { doc, page, segment, shown, source } from '../document.ts';
import { type Change, changed } from '../meeting.ts';

const at = (word: string) => source.text.indexOf(word);
const start = doc(
  page(
    segment('s1', 'وزیر', 'Minister'),
    segment('s2', 'یک دو سه.', 'One two three.', { status: 'final' }),
    segment('s3', 'چهار پنج.'),
  ),
);

it('each change of the structure says that it happened', () => {
  const changes: readonly Change[] = [
    (tr) => splitSegment(tr, 's2', { source: at('دو'), rendering: 4 }, 'new', source),
    (tr) => mergeSegments(tr, 's2', source),
    (tr) => moveBoundary(tr, 's2', at('سه'), source),
  ];
  for (const change of changes) expect(change(new Transform(start))).toBe(true);
});

it('a segment that has the range already keeps its confirmation', () => {
  const final = segmentById(start, 's2');
  if (!final) throw new Error('There is no segment s2');
  expectRefusal(start, (tr) => setRange(tr, final, { from: final.from, to: final.to }));
  const { doc: after } = changed(start, (tr) => setRange(tr, final, { from: final.from, to: final.to - 1 }));
  expect(segmentById(after, 's2')).toMatchObject({ to: final.to - 1, status: 'draft' });
});

it('a merger with a segment without text leaves every link where it was', () => {
  const text = 'One two three.';
  const pair = { source: { from: at('دو'), to: at('دو') + 2 }, rendering: { from: 4, to: 7 }, sure: true };
  const linked = segment('s1', 'یک دو سه.', text, { links: linksFor(text, [pair]) });
  for (const [left, right] of [
    [linked, segment('s2', 'چهار پنج.')],
    [segment('s0', 'وزیر'), linked],
  ] as const) {
    const { doc: after } = changed(doc(page(left, right)), (tr) => mergeSegments(tr, left.attrs.id, source));
    const merged = segmentById(after, left.attrs.id);
    expect(merged && readLinks(merged)).toEqual({ current: [pair], stale: [] });
    expect(merged?.links).toEqual(linksFor(text, [pair]));
  }
});

it('a border that stands beside a slash can go to its other side, though only one of its segments changes', () => {
  const slash = at('/');
  const apart = ['s1 [چهار پنج.] initial:', 's2 [شش هفت؟] initial:'];
  for (const [to, from] of [
    [slash + 1, at('شش')],
    [at('. /') + 1, slash],
  ] as const) {
    const two = doc(
      page(
        segment('s1', 'چهار', '', { from: at('چهار'), to }),
        segment('s2', 'شش', '', { from, to: at('هفت؟') + 'هفت؟'.length }),
      ),
    );
    const { doc: after } = changed(two, (tr) => moveBoundary(tr, 's1', at('شش'), source));
    expect(shown(after)).toEqual(apart);
    expectRefusal(after, (tr) => moveBoundary(tr, 's1', at('شش'), source));
  }
});
