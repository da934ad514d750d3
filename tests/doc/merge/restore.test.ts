import type { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { mergeSegments, moveBoundary, setKind, setStatus, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { restoreDocument, restoreSegment } from '../../../shared/doc/merge/restore.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import { expectChange, expectLawful, expectRefusal } from '../change.ts';
import { content, doc, mention, page, segment, shown, source } from '../document.ts';
import { type Change, changed, meet } from '../meeting.ts';

const start = doc(
  page(
    segment('s1', 'وزیر', 'Minister', { kind: 'lead' }),
    segment('s2', 'یک دو سه.', 'One <m1>two</m1> three.', { status: 'final' }),
  ),
  page(segment('s3', 'چهار پنج.', 'Four five.'), segment('s4', 'شش هفت؟ هشت.'), segment('s5', 'نه ده.', 'Nine.')),
  mention('m1', { from: 6, to: 8 }),
  mention('m2', { from: 9, to: 11, label: 'GPE' }),
);
const at = (word: string) => source.text.indexOf(word);

/** What happened since, in every way that a document may change. */
const since: Readonly<Record<string, Change>> = {
  'a rendering was rewritten': (tr) => setRendering(tr, 's2', 'One more.'),
  'a status and a kind were set': (tr) => setStatus(tr, 's3', 'reviewed') && setKind(tr, 's1', 'sentence'),
  'a segment was split': (tr) => splitSegment(tr, 's2', { source: at('دو'), rendering: 4 }, 'new', source),
  'segments were merged': (tr) => mergeSegments(tr, 's1', source) && mergeSegments(tr, 's1', source),
  'a border was moved': (tr) => moveBoundary(tr, 's2', at('دو'), source),
  'one was merged and split elsewhere': (tr) =>
    mergeSegments(tr, 's2', source) && splitSegment(tr, 's2', { source: at('پنج'), rendering: 3 }, 'new', source),
  'anchors and mentions went and came': (tr) => {
    tr.removeMark(0, tr.doc.content.size - 4);
    tr.delete(tr.doc.content.size - 3, tr.doc.content.size - 2);
    tr.insert(tr.doc.content.size - 1, mention('m3'));
    tr.addMark(2, 6, schema.marks.anchor.create({ id: 'm3' }));
    tr.setNodeAttribute(tr.doc.content.size - 3, 'label', 'ORG');
  },
  'all of it happened': (tr) => {
    for (const [name, change] of Object.entries(since)) if (name !== 'all of it happened') change(tr);
  },
};

describe('restoring a document', () => {
  for (const [name, change] of Object.entries(since)) {
    it(`brings all back after ${name}`, () => {
      const later = changed(start, change).doc;
      expectLawful(later);
      const restore: Change = (tr) => restoreDocument(tr, start, source);
      const restored = expectChange(later, restore, shown(changed(later, restore).doc));
      expect(content(restored)).toEqual(content(start));
      expect(content(changed(start, (tr) => restoreDocument(tr, later, source)).doc)).toEqual(content(later));
    });
  }

  it('writes nothing where nothing differs', () => {
    expectRefusal(start, (tr) => restoreDocument(tr, start, source));
  });

  it('refuses a document of another source', () => {
    expectRefusal(start, (tr) => restoreDocument(tr, doc(page(segment('s1', 'وزیر'))), source));
  });

  it('leaves alone what somebody else types in a segment that stays as it is', () => {
    const later = changed(
      start,
      (tr) => since['a rendering was rewritten']?.(tr) && since['segments were merged']?.(tr),
    ).doc;
    const type = (tr: Transform) => tr.insert((segmentById(tr.doc, 's5')?.pos ?? 0) + 6, schema.text(' Ten'));
    for (const [first, second] of [
      [type, restore],
      [restore, type],
    ] as const) {
      const { doc: after, lost } = meet(later, first, second);
      expect(segmentById(after, 's5')?.text).toBe('Nine. Ten');
      expect(segmentById(after, 's2')?.text).toBe('One two three.');
      expect(lost).toEqual([]);
    }
    function restore(tr: Transform) {
      restoreDocument(tr, start, source);
    }
  });
});

describe('restoring a segment', () => {
  it('brings one back and leaves the others', () => {
    const later = changed(start, (tr) => setRendering(tr, 's2', 'One more.') && setRendering(tr, 's3', 'Changed.')).doc;
    expectChange(later, (tr) => restoreSegment(tr, start, 's2', source), [
      's1 [وزیر] lead, draft: Minister',
      's2 [یک دو سه.] final: One <m1>two</m1> three.',
      '—',
      's3 [چهار پنج.] draft: Changed.',
      's4 [شش هفت؟ هشت.] initial:',
      's5 [نه ده.] draft: Nine.',
    ]);
  });

  it('brings back the segments that it hangs together with since', () => {
    const later = changed(start, (tr) => mergeSegments(tr, 's1', source) && setRendering(tr, 's5', 'Ten.')).doc;
    const restored = changed(later, (tr) => restoreSegment(tr, start, 's2', source)).doc;
    expect(shown(restored).slice(0, 2)).toEqual(shown(start).slice(0, 2));
    expect(shown(restored).at(-1)).toBe('s5 [نه ده.] draft: Ten.');
  });

  it('brings back the mention that is anchored in it', () => {
    const later = changed(start, (tr) => since['anchors and mentions went and came']?.(tr)).doc;
    const restored = changed(later, (tr) => restoreSegment(tr, start, 's2', source)).doc;
    expectLawful(restored);
    expect(segmentById(restored, 's2')?.node.eq(segmentById(start, 's2')?.node ?? later)).toBe(true);
  });

  it('keeps its id where the old one is in use elsewhere by now', () => {
    const moved = doc(
      page(segment('s1', 'وزیر'), segment('s3', 'یک دو سه.', 'One.')),
      page(segment('s2', 'چهار پنج.'), segment('s4', 'شش هفت؟ هشت.'), segment('s5', 'نه ده.')),
    );
    const restored = changed(moved, (tr) => restoreSegment(tr, start, 's2', source)).doc;
    expectLawful(restored);
    expect(shown(restored)[1]).toBe('s3 [یک دو سه.] final: One <m1>two</m1> three.');
  });

  it('is refused for a segment that the version has not, and where no id is free', () => {
    expectRefusal(start, (tr) => restoreSegment(tr, start, 's9', source));
    expectRefusal(start, (tr) => restoreSegment(tr, start, 's2', source));
    const split = changed(start, (tr) => splitSegment(tr, 's4', { source: at('هفت'), rendering: 0 }, 'b', source)).doc;
    const other = doc(
      page(segment('b', 'وزیر'), segment('s2', 'یک دو سه.'), segment('s3', 'چهار پنج.')),
      page(segment('s4', 'شش هفت؟ هشت.'), segment('s5', 'نه ده.')),
    );
    expectRefusal(other, (tr) => restoreSegment(tr, split, 's4', source));
  });
});
