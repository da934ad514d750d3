import { describe, expect, it } from 'vitest';
import { mergeSegments } from '../../../shared/doc/edit/structure.ts';
import { changedMentionNodes, changedSegmentNodes } from '../../../shared/doc/model/difference.ts';
import { schema, segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { doc, mention, page, segment, source } from '../document.ts';
import { changed } from '../meeting.ts';

const start = doc(
  page(segment('s1', 'وزیر', 'Minister'), segment('s2', 'یک دو سه.')),
  page(segment('s3', 'چهار پنج.'), segment('s4', 'شش هفت؟ هشت.')),
  page(segment('s5', 'نه ده.')),
  mention('m1'),
  mention('m2'),
  mention('m3'),
);
const ids = (nodes: readonly { attrs: { id?: string } }[]) => nodes.map(({ attrs }) => attrs.id);

describe('the difference of two documents', () => {
  it('is nothing for the same one', () => {
    expect(changedSegmentNodes(start, start)).toMatchObject({ now: [], was: [] });
    expect(changedMentionNodes(start, start)).toMatchObject({ now: [], was: [] });
  });

  it('is everything when there was none before', () => {
    expect(ids(changedSegmentNodes(null, start).now)).toEqual(['s1', 's2', 's3', 's4', 's5']);
    expect(ids(changedMentionNodes(null, start).now)).toEqual(['m1', 'm2', 'm3']);
  });

  it('is the one segment that somebody types in', () => {
    const { now, was, left, right } = changedSegmentNodes(
      start,
      changed(start, (tr) => tr.insert(4, schema.text('x'))).doc,
    );
    expect([ids(now), ids(was)]).toEqual([['s1'], ['s1']]);
    expect([left, right && segmentAttrs(right).id]).toEqual([null, 's2']);
  });

  it('reaches over pages that were joined', () => {
    const { now, was, left, right } = changedSegmentNodes(
      start,
      changed(start, (tr) => mergeSegments(tr, 's2', source)).doc,
    );
    expect([ids(now), ids(was)]).toEqual([['s2'], ['s2', 's3']]);
    expect([left && segmentAttrs(left).id, right && segmentAttrs(right).id]).toEqual(['s1', 's4']);
  });

  it('is the mention that changed, came or went', () => {
    const end = start.content.size - 1;
    expect(ids(changedMentionNodes(start, changed(start, (tr) => tr.insert(end, mention('m4'))).doc).now)).toEqual([
      'm4',
    ]);
    expect(ids(changedMentionNodes(start, changed(start, (tr) => tr.delete(end - 2, end - 1)).doc).was)).toEqual([
      'm2',
    ]);
    const labelled = changed(start, (tr) => tr.setNodeAttribute(end - 3, 'label', 'ORG')).doc;
    expect(changedMentionNodes(start, labelled)).toMatchObject({ now: [{ attrs: { id: 'm1', label: 'ORG' } }] });
  });
});
