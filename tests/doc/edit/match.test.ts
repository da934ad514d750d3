import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { renderingHash } from '../../../shared/core/rendering-hash.ts';
import { isAsTaken } from '../../../shared/core/taken.ts';
import { setMatch } from '../../../shared/doc/edit/match.ts';
import { clearRendering, setRendering } from '../../../shared/doc/edit/rendering.ts';
import { mergeSegments, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { restoreDocument } from '../../../shared/doc/merge/restore.ts';
import { segmentById, segments } from '../../../shared/doc/model/read.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { covered, doc, mention, page, segment } from '../document.ts';

const start = doc(
  page(segment('s1', 'وزیر', ''), segment('s2', 'یک دو سه.', 'Old.')),
  mention('m1', { from: 0, to: 4, label: 'TITLE', entity: 'e1' }),
);
const taken = { score: 98, from: 'MEMORY', at: 7 };
const standing = { status: 'draft', origin: 'memory', taken } as const;
const print = renderingHash('One two.');

/** `start` with a rendering that was taken. */
function filled() {
  const tr = new Transform(start);
  setMatch(tr, 's2', { target: 'One two.', names: [] }, standing);
  return tr;
}
const takenOf = ({ doc }: Transform) => segments(doc).map(({ taken }) => taken?.from ?? null);

describe('taking a match', () => {
  it('gives the mentions of the segment their English', () => {
    const names = [{ mention: 'm1', from: 4, to: 12 }];
    const made = expectChange(start, (tr) => setMatch(tr, 's1', { target: 'The minister', names }, standing), [
      's1 [وزیر] draft: The <m1>minister</m1>',
      's2 [یک دو سه.] draft: Old.',
    ]);
    expect(segmentById(made, 's1')).toMatchObject({
      ...{ status: 'draft', origin: 'memory' },
      taken: { ...taken, print: renderingHash('The minister') },
    });
  });

  it('passes over a mention that is gone meanwhile', () => {
    const names = [{ mention: 'gone', from: 4, to: 12 }];
    expectChange(start, (tr) => setMatch(tr, 's1', { target: 'The minister', names }, standing), [
      's1 [وزیر] draft: The minister',
      's2 [یک دو سه.] draft: Old.',
    ]);
  });

  it('is refused where there is no such segment', () => {
    expectRefusal(start, (tr) => setMatch(tr, 'none', { target: 'The minister', names: [] }, standing));
  });

  it('is remembered while the rendering is edited, until it is emptied or written anew', () => {
    const tr = filled();
    expect(segmentById(tr.doc, 's2')?.taken).toEqual({ ...taken, print });
    setRendering(tr, 's2', 'One two three.');
    const edited = segmentById(tr.doc, 's2');
    expect(edited?.taken).toEqual({ ...taken, print });
    expect(edited?.taken && isAsTaken(edited.text, edited.taken)).toBe(false);
    setRendering(tr, 's2', 'One two.');
    expect(isAsTaken('One two.', { ...taken, print })).toBe(true);
    clearRendering(tr, 's2');
    expect(segmentById(tr.doc, 's2')?.taken).toBeNull();
    const other = filled();
    setRendering(other, 's2', 'Other.', { status: 'draft', origin: 'typed' });
    expect(segmentById(other.doc, 's2')?.taken).toBeNull();
  });

  it('is remembered by the part of a split that has all of its text, and by a merger that nothing joins', () => {
    const text = covered(start);
    const at = segmentById(start, 's2')?.from ?? 0;
    const whole = filled();
    expect(splitSegment(whole, 's2', { source: at + 3, rendering: 8 }, 's3', text)).toBe(true);
    expect(takenOf(whole)).toEqual([null, 'MEMORY', null]);
    expect(mergeSegments(whole, 's2', text)).toBe(true);
    expect(takenOf(whole)).toEqual([null, 'MEMORY']);
    const down = filled();
    splitSegment(down, 's2', { source: at + 3, rendering: 0 }, 's3', text);
    expect(takenOf(down)).toEqual([null, null, 'MEMORY']);
    const cut = filled();
    splitSegment(cut, 's2', { source: at + 3, rendering: 4 }, 's3', text);
    expect(takenOf(cut)).toEqual([null, null, null]);
    const joined = filled();
    setRendering(joined, 's1', 'The minister:');
    mergeSegments(joined, 's1', text);
    expect(takenOf(joined)).toEqual([null]);
  });

  it('comes back with a version, and is taken back with the steps that made it', () => {
    const tr = filled();
    const back = new Transform(tr.doc);
    for (const [index, step] of [...tr.steps.entries()].reverse()) back.step(step.invert(tr.docs[index] ?? start));
    expect(back.doc.eq(start)).toBe(true);
    const again = new Transform(start);
    restoreDocument(again, tr.doc, covered(start));
    expect(segmentById(again.doc, 's2')?.taken).toEqual({ ...taken, print });
  });
});
