import { describe, expect, it } from 'vitest';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { mergeSegments, moveBoundary, setKind, setStatus, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { compareVersions, countChanges, type SegmentChange } from '../../../shared/doc/merge/compare.ts';
import { doc, page, segment, source } from '../document.ts';
import { type Change, changed } from '../meeting.ts';

const start = doc(
  page(segment('s1', 'وزیر', 'Minister'), segment('s2', 'یک دو سه.', 'One two three.')),
  page(segment('s3', 'چهار پنج.'), segment('s4', 'شش هفت؟ هشت.'), segment('s5', 'نه ده.', 'Nine.')),
);
const compared = (change: Change) => compareVersions(start, changed(start, change).doc, source).map(told);
const told = ({ kind, before, after }: SegmentChange) =>
  `${kind}: ${before.map(({ id }) => id).join('+')} → ${after.map(({ id }) => id).join('+')}`;
const at = (word: string) => source.text.indexOf(word);

describe('comparing two versions', () => {
  it('tells segment by segment what stayed and what changed', () => {
    const change: Change = (tr) =>
      setRendering(tr, 's2', 'One, two.') && setStatus(tr, 's3', 'reviewed') && setKind(tr, 's1', 'lead');
    expect(compared(change)).toEqual([
      'changed: s1 → s1',
      'changed: s2 → s2',
      'changed: s3 → s3',
      'same: s4 → s4',
      'same: s5 → s5',
    ]);
    const [, second] = compareVersions(start, changed(start, change).doc, source);
    expect([second?.before[0]?.text, second?.after[0]?.text]).toEqual(['One two three.', 'One, two.']);
  });

  it('puts segments together that were split, merged or got other borders', () => {
    expect(compared((tr) => splitSegment(tr, 's2', { source: at('دو'), rendering: 4 }, 'new', source))[1]).toBe(
      'regrouped: s2 → s2+new',
    );
    expect(compared((tr) => mergeSegments(tr, 's2', source))).toEqual([
      'same: s1 → s1',
      'regrouped: s2+s3 → s2',
      'same: s4 → s4',
      'same: s5 → s5',
    ]);
    expect(compared((tr) => moveBoundary(tr, 's3', at('هفت'), source))[2]).toBe('regrouped: s3+s4 → s3+s4');
  });

  it('sees through what was split and merged again, and through other ids', () => {
    const change: Change = (tr) =>
      splitSegment(tr, 's4', { source: at('هفت'), rendering: 0 }, 'new', source) && mergeSegments(tr, 's4', source);
    expect(countChanges(compareVersions(start, changed(start, change).doc, source))).toEqual({
      same: 5,
      changed: 0,
      regrouped: 0,
    });
    const renamed = doc(
      page(segment('a', 'وزیر', 'Minister'), segment('b', 'یک دو سه.', 'One two three.')),
      page(segment('c', 'چهار پنج.'), segment('d', 'شش هفت؟ هشت.'), segment('e', 'نه ده.', 'Nine.')),
    );
    expect(countChanges(compareVersions(start, renamed, source))).toEqual({ same: 5, changed: 0, regrouped: 0 });
  });

  it('counts the changes', () => {
    const { doc: after } = changed(start, (tr) => mergeSegments(tr, 's1', source) && setStatus(tr, 's5', 'final'));
    expect(countChanges(compareVersions(start, after, source))).toEqual({ same: 2, changed: 1, regrouped: 1 });
  });

  it('keeps a segment of mere punctuation with its neighbour when only one version has it', () => {
    const without = doc(
      page(segment('s1', 'وزیر: یک دو سه. چهار پنج.'), segment('s2', 'شش هفت؟ هشت.'), segment('s3', 'نه ده.')),
    );
    const withSlash = doc(
      page(
        segment('s1', 'وزیر: یک دو سه. چهار پنج.'),
        segment('x', '/'),
        segment('s2', 'شش هفت؟ هشت.'),
        segment('s3', 'نه ده.'),
      ),
    );
    expect(compareVersions(without, withSlash, source).map(told)).toEqual([
      'regrouped: s1 → s1+x',
      'same: s2 → s2',
      'same: s3 → s3',
    ]);
    expect(compareVersions(withSlash, without, source).map(told)[0]).toBe('regrouped: s1+x → s1');
  });
});
