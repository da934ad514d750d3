import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { moveBoundary, setKind, setStatus } from '../../../shared/doc/edit/structure.ts';
import { linksFor, readLinks } from '../../../shared/doc/model/links.ts';
import { type Segment, segmentById } from '../../../shared/doc/model/read.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { doc, page, segment, source, sourceOf } from '../document.ts';
import { changed } from '../meeting.ts';

const start = doc(
  page(segment('s1', 'وزیر'), segment('s2', 'یک دو سه.', 'One two three.', { status: 'final' })),
  page(segment('s3', 'چهار پنج.'), segment('s4', 'شش هفت؟ هشت.'), segment('s5', 'نه ده.')),
);
const move = (id: string, word: string) => (tr: Transform) => moveBoundary(tr, id, source.text.indexOf(word), source);

describe('moving a border', () => {
  it('gives source from one segment to its neighbour, on another page too; no rendering changes', () => {
    expectChange(start, move('s2', 'سه'), [
      's1 [وزیر] initial:',
      's2 [یک دو] draft: One two three.',
      '—',
      's3 [سه. چهار پنج.] initial:',
      's4 [شش هفت؟ هشت.] initial:',
      's5 [نه ده.] initial:',
    ]);
    expectChange(start, move('s3', 'هشت'), [
      's1 [وزیر] initial:',
      's2 [یک دو سه.] final: One two three.',
      '—',
      's3 [چهار پنج. / شش هفت؟] initial:',
      's4 [هشت.] initial:',
      's5 [نه ده.] initial:',
    ]);
  });

  it('snaps back to the start of a grapheme', () => {
    const text = sourceOf('یک 👩‍👩‍👧 دو');
    const two = doc(page(segment('s1', 'یک', '', { from: 0, to: 11 }), segment('s2', 'دو', '', { from: 12, to: 14 })));
    const { doc: after } = changed(two, (tr) => moveBoundary(tr, 's1', 5, text));
    expect(segmentById(after, 's1')).toMatchObject({ from: 0, to: 2 });
    expect(segmentById(after, 's2')).toMatchObject({ from: 3, to: 14 });
  });

  it('keeps links whose Persian leaves the segment as stale ones, which fit again when it comes back', () => {
    const pair = (word: string) => {
      const from = source.text.indexOf(word);
      return { source: { from, to: from + 2 }, rendering: { from: 0, to: 3 }, sure: true };
    };
    const text = 'One two three.';
    const links = linksFor(text, [pair('یک'), pair('سه')]);
    const linked = doc(page(segment('s1', 'یک دو سه.', text, { links }), segment('s2', 'چهار پنج.')));
    const { doc: after } = changed(linked, move('s1', 'سه'));
    const read = (document: Node) => readLinks(segmentById(document, 's1') as Segment);
    expect(read(after).current).toEqual([pair('یک')]);
    expect(read(after).stale).toEqual([{ link: pair('سه'), was: 'One', rendering: { from: 0, to: 3 } }]);
    expect(read(changed(after, move('s1', 'چهار')).doc).current).toEqual([pair('یک'), pair('سه')]);
  });

  it('is refused where a side would cover nothing, nothing would change, or a paragraph ends', () => {
    expectRefusal(start, move('s1', 'وزیر'));
    expectRefusal(start, move('s1', 'چهار'));
    expectRefusal(start, move('s2', 'چهار'));
    expectRefusal(start, move('s4', 'ده'));
    expectRefusal(start, move('s5', 'ده'));
    expectRefusal(start, move('s9', 'ده'));
  });
});

describe('saying what a segment is', () => {
  it('sets kind and status', () => {
    expectChange(start, (tr) => setKind(tr, 's1', 'lead') && setStatus(tr, 's3', 'reviewed'), [
      's1 [وزیر] lead, initial:',
      's2 [یک دو سه.] final: One two three.',
      '—',
      's3 [چهار پنج.] reviewed:',
      's4 [شش هفت؟ هشت.] initial:',
      's5 [نه ده.] initial:',
    ]);
  });

  it('is refused for an unknown id and where it is so already', () => {
    expectRefusal(start, (tr) => setKind(tr, 's9', 'lead'));
    expectRefusal(start, (tr) => setKind(tr, 's1', 'sentence'));
    expectRefusal(start, (tr) => setStatus(tr, 's2', 'final'));
    expectRefusal(start, (tr) => setStatus(tr, 's9', 'final'));
  });
});
