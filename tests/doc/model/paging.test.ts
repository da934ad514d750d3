import fc from 'fast-check';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { buildDocument, PAGE_SIZE } from '../../../shared/doc/edit/build.ts';
import { keepPaged, PAGE_LIMIT } from '../../../shared/doc/model/paging.ts';
import { segmentAt, segmentById, segmentByIndex, segmentCount, segments } from '../../../shared/doc/model/read.ts';
import { doc, page, segment, shown, sourceOf } from '../document.ts';
import { meet } from '../meeting.ts';

const pageOf = (count: number) =>
  page(
    ...Array.from({ length: count }, (_, index) =>
      segment(`s${index}`, 'یک', `Text ${index}`, { from: index, to: index + 1 }),
    ),
  );
const sizes = (document: ReturnType<typeof doc>) => document.children.slice(0, -1).map((node) => node.childCount);

describe('a page', () => {
  it('is left alone up to its limit', () => {
    const tr = new Transform(doc(pageOf(PAGE_LIMIT)));
    expect(keepPaged(tr)).toBe(false);
    expect(tr.steps).toEqual([]);
  });

  it('that grew above it is split into even parts; segments and texts are not touched', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 4 }), (counts) => {
        const start = doc(...counts.map(pageOf));
        const tr = new Transform(start);
        keepPaged(tr);
        expect(Math.max(...sizes(tr.doc))).toBeLessThanOrEqual(PAGE_LIMIT);
        expect(shown(tr.doc).filter((line) => line !== '—')).toEqual(shown(start).filter((line) => line !== '—'));
        for (const step of tr.steps) expect(JSON.stringify(step)).not.toContain('Text');
      }),
      { numRuns: 50 },
    );
    const tr = new Transform(doc(pageOf(61)));
    keepPaged(tr);
    expect(sizes(tr.doc)).toEqual([31, 30]);
  });

  it('that two people split at once is split once', () => {
    const { doc: after } = meet(doc(pageOf(61)), keepPaged, keepPaged, sourceOf('ا'.repeat(61)));
    expect(sizes(after)).toEqual([31, 30]);
  });
});

describe('a new document', () => {
  const built = buildDocument(
    Array.from({ length: 95 }, (_, index) => ({ from: index * 2, to: index * 2 + 1, kind: 'sentence' as const })),
    (
      (next) => () =>
        `s${next++}`
    )(0),
    { renderings: [null, { text: 'One', status: 'translated', origin: 'imported' }] },
  );

  it('has a segment a unit, in pages, and the renderings that are there', () => {
    expect(sizes(built)).toEqual([PAGE_SIZE, PAGE_SIZE, 15]);
    expect(segmentById(built, 's1')).toMatchObject({
      text: 'One',
      status: 'translated',
      origin: 'imported',
      from: 2,
      to: 3,
    });
    expect(segmentById(built, 's0')).toMatchObject({ text: '', status: 'initial', origin: null });
    expect(() => buildDocument([], () => 'x')).toThrow('at least one segment');
  });

  it('tells a segment by id, place and position alike', () => {
    expect(segmentCount(built)).toBe(95);
    for (const found of segments(built)) {
      expect(segmentById(built, found.id)).toEqual(found);
      expect(segmentByIndex(built, found.index)).toEqual(found);
      expect(segmentAt(built, found.pos + 1)).toEqual(found);
    }
    expect(segmentById(built, 's95')).toBeNull();
    expect(segmentByIndex(built, 95)).toBeNull();
    expect(segmentByIndex(built, -1)).toBeNull();
    expect(segmentAt(built, 0)).toBeNull();
    expect(segmentAt(built, built.content.size - 1)).toBeNull();
  });
});
