import type { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { clearRendering, setRendering } from '../../../shared/doc/edit/rendering.ts';
import { mergeSegments, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { insertedRenderings } from '../../../shared/doc/merge/lost-renderings.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import { doc, page, segment, source } from '../document.ts';
import { changed, meet } from '../meeting.ts';

const start = doc(
  page(segment('s1', 'وزیر', 'Minister'), segment('s2', 'یک دو سه.', 'One two three.')),
  page(segment('s3', 'چهار پنج.', 'Four five.')),
);
const type = (id: string, offset: number, text: string) => (tr: Transform) =>
  tr.insert((segmentById(tr.doc, id)?.pos ?? 0) + 1 + offset, schema.text(text));
const erase = (id: string, from: number, to: number) => (tr: Transform) => {
  const pos = (segmentById(tr.doc, id)?.pos ?? 0) + 1;
  return tr.delete(pos + from, pos + to);
};

describe('a rebase', () => {
  it('tells what was typed here where somebody else deleted', () => {
    const { lost } = meet(start, erase('s2', 4, 8), type('s2', 6, 'ooo'));
    expect(lost).toEqual([{ segment: 's2', text: 'ooo', author: 'local' }]);
  });

  it('tells what somebody else typed where this deletes', () => {
    const { lost, doc: after } = meet(start, type('s2', 6, 'ooo'), (tr) => clearRendering(tr, 's2'));
    expect(lost).toEqual([{ segment: 's2', text: 'ooo', author: 'remote' }]);
    expect(segmentById(after, 's2')?.text).toBe('');
  });

  it('loses nothing at the edge of what is deleted', () => {
    for (const offset of [4, 8]) {
      expect(meet(start, erase('s2', 4, 8), type('s2', offset, 'x')).lost).toEqual([]);
      expect(meet(start, type('s2', offset, 'x'), erase('s2', 4, 8)).lost).toEqual([]);
    }
  });

  it('takes text for kept that came through splits and merges', () => {
    const split = (tr: Transform) =>
      splitSegment(tr, 's2', { source: source.text.indexOf('دو'), rendering: 4 }, 'new', source);
    const merge = (tr: Transform) => mergeSegments(tr, 's1', source) && mergeSegments(tr, 's1', source);
    for (const change of [split, merge]) {
      for (const offset of [0, 3, 4, 14]) {
        expect(meet(start, change, type('s2', offset, 'x')).lost).toEqual([]);
        expect(meet(start, type('s2', offset, 'x'), change).lost).toEqual([]);
      }
    }
  });

  it('does not tell what its own author deleted again, nor white space alone', () => {
    const retracted = (tr: Transform) => {
      type('s2', 6, 'wrong')(tr);
      erase('s2', 6, 11)(tr);
    };
    expect(meet(start, erase('s2', 4, 8), retracted).lost).toEqual([]);
    expect(meet(start, erase('s2', 4, 8), type('s2', 6, '  ')).lost).toEqual([]);
  });

  it('tells only the part that is gone, each stretch with its segment', () => {
    const writing = (tr: Transform) => {
      type('s1', 8, ' said')(tr);
      type('s2', 6, 'AB')(tr);
      type('s2', 7, 'CD')(tr);
      type('s3', 2, 'X')(tr);
    };
    const deleting = (tr: Transform) => {
      erase('s3', 0, 4)(tr);
      erase('s2', 4, 8)(tr);
    };
    const { lost, doc: after } = meet(start, deleting, writing);
    expect(lost).toEqual([
      { segment: 's2', text: 'ACDB', author: 'local' },
      { segment: 's3', text: 'X', author: 'local' },
    ]);
    expect(segmentById(after, 's1')?.text).toBe('Minister said');
  });

  it('tells a rendering that two people wrote at once where one goes under', () => {
    const first = (tr: Transform) => setRendering(tr, 's2', 'Eins zwei drei.');
    const second = (tr: Transform) => setRendering(tr, 's2', 'Un deux trois.');
    const { doc: after, lost } = meet(start, first, second);
    const text = segmentById(after, 's2')?.text ?? '';
    const told = lost.map((part) => part.text).join(' ');
    for (const word of ['zwei', 'deux']) expect(text.includes(word) || told.includes(word)).toBe(true);
  });
});

describe('steps that are given up', () => {
  it('leave the text that they brought in', () => {
    const tr = changed(start, (writing) => {
      type('s1', 8, ' said')(writing);
      type('s3', 4, 'teen')(writing);
      erase('s1', 9, 11)(writing);
      mergeSegments(writing, 's1', source);
    });
    expect(insertedRenderings(tr.doc, tr.steps)).toEqual([
      { segment: 's1', text: ' id ' },
      { segment: 's3', text: 'teen' },
    ]);
    expect(insertedRenderings(start, [])).toEqual([]);
  });
});
