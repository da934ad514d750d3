import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { count, noProgress } from '../../../shared/core/progress.ts';
import { mergeSegments, setStatus } from '../../../shared/doc/edit/structure.ts';
import { progressAfter, segmentProgress } from '../../../shared/doc/model/progress.ts';
import { segmentNodes } from '../../../shared/doc/model/read.ts';
import { doc, page, segment, source } from '../document.ts';

const before = doc(
  page(segment('s1', 'یک دو سه.', 'one'), segment('s2', 'چهار پنج.', 'four')),
  page(segment('s3', 'شش هفت؟', 'six', { status: 'final' })),
);

const counted = (document: typeof before) =>
  [...segmentNodes(document)].reduce((sum, node) => count(sum, segmentProgress(node, source.text)), noProgress);

describe('the progress of a document', () => {
  it('after any change is what a count of the whole document gives', () => {
    const tr = new Transform(before);
    let progress = counted(before);
    let last = before;
    for (const change of [
      () => setStatus(tr, 's1', 'translated'),
      () => mergeSegments(tr, 's1', source),
      () => setStatus(tr, 's3', 'draft'),
    ]) {
      expect(change()).toBe(true);
      progress = progressAfter(progress, last, tr.doc, source.text);
      last = tr.doc;
      expect(progress).toEqual(counted(tr.doc));
    }
    expect(progress.words).toBe(7);
  });
});
