import fc from 'fast-check';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { mergeSegments, moveBoundary, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { restoreDocument } from '../../../shared/doc/merge/restore.ts';
import { linksFor, segmentLinks, splitLinks } from '../../../shared/doc/model/links.ts';
import { segmentByIndex, segmentCount, segments } from '../../../shared/doc/model/read.ts';
import { type Link, schema } from '../../../shared/doc/model/schema.ts';
import { tokens } from '../../../shared/language/words/token.ts';
import { doc, page, segment, source } from '../document.ts';

const words = ['The', 'house', 'said', 'the', 'of', 'Tehran', 'no'];
const rendering = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((some) => some.join(' '));

/** All segments linked word by word: each Persian word once, so that a link is known by it. */
const linkedDocument = fc
  .tuple(rendering, rendering, rendering, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }))
  .map(([one, two, three, partners]) =>
    doc(
      page(linked('s1', 'وزیر: یک دو سه.', one, partners), linked('s2', 'چهار پنج.', two, partners)),
      page(linked('s3', 'شش هفت؟ هشت.', three, partners), linked('s4', 'نه ده.', two, partners)),
    ),
  );

function linked(id: string, covered: string, text: string, partners: readonly number[]) {
  const english = tokens(text);
  const start = source.text.indexOf(covered);
  const pairs = tokens(covered).flatMap(({ from, to }, index): readonly Link[] => {
    const partner = english[(partners[index] ?? 0) % Math.max(1, english.length)];
    if (!partner) return [];
    return [
      { source: { from: start + from, to: start + to }, rendering: { from: partner.from, to: partner.to }, sure: true },
    ];
  });
  return segment(id, covered, text, { links: linksFor(text, pairs) });
}

type Edit = (tr: Transform) => void;
const at = (tr: Transform, index: number) => segmentByIndex(tr.doc, index % segmentCount(tr.doc));
let ids = 0;

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(), rendering).map(
    ([index, text]): Edit =>
      (tr) =>
        setRendering(tr, at(tr, index)?.id ?? '', text),
  ),
  fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...words)).map(
    ([index, place, word]): Edit =>
      (tr) => {
        const one = at(tr, index);
        if (one) tr.insert(one.pos + 1 + (place % (one.text.length + 1)), schema.text(`${word} `));
      },
  ),
  fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 9 })).map(
    ([index, place, length]): Edit =>
      (tr) => {
        const one = at(tr, index);
        const from = place % ((one?.text.length ?? 0) + 1);
        if (one) tr.delete(one.pos + 1 + from, one.pos + 1 + Math.min(one.text.length, from + length));
      },
  ),
  fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(
    ([index, fa, en]): Edit =>
      (tr) => {
        const one = at(tr, index);
        if (!one) return;
        const place = { source: one.from + (fa % (one.to - one.from)), rendering: en % (one.text.length + 1) };
        splitSegment(tr, one.id, place, `new${ids++}`, source);
      },
  ),
  fc.nat().map(
    (index): Edit =>
      (tr) =>
        mergeSegments(tr, at(tr, index)?.id ?? '', source),
  ),
  fc.tuple(fc.nat(), fc.nat({ max: 60 })).map(
    ([index, place]): Edit =>
      (tr) =>
        moveBoundary(tr, at(tr, index)?.id ?? '', place, source),
  ),
);

/** Every link of a document by its Persian and the English it was made for, current or stale. */
function everyLink(document: Transform['doc']): readonly string[] {
  return segments(document)
    .flatMap(({ node, text }) => {
      const { current, stale } = segmentLinks(node);
      return [
        ...current.map(({ source: { from }, rendering }) => `${from} ${text.slice(rendering.from, rendering.to)}`),
        ...stale.map(({ link, was }) => `${link.source.from} ${was}`),
      ];
    })
    .map((link) => link.toLowerCase())
    .sort();
}

describe('word links', () => {
  it('are all there, fitting or stale, whatever becomes of texts and borders', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(linkedDocument, fc.array(edit, { minLength: 1, maxLength: 12 }), (start, edits) => {
        const tr = new Transform(start);
        for (const change of edits) change(tr);
        tr.doc.check();
        expect(everyLink(tr.doc)).toEqual(everyLink(start));
      }),
      { numRuns: 2_000 },
    );
  });

  it('fit again once every change is taken back, and after a restore', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(linkedDocument, fc.array(edit, { minLength: 1, maxLength: 8 }), (start, edits) => {
        const tr = new Transform(start);
        for (const change of edits) change(tr);
        const restored = new Transform(tr.doc);
        restoreDocument(restored, start, source);
        const back = new Transform(tr.doc);
        for (const [index, step] of [...tr.steps.entries()].toReversed())
          back.step(step.invert(tr.docs[index] ?? tr.doc));
        for (const document of [back.doc, restored.doc])
          expect(segments(document).map(({ node }) => segmentLinks(node))).toEqual(
            segments(start).map(({ node }) => segmentLinks(node)),
          );
      }),
      { numRuns: 500 },
    );
  });

  it('that fit lie in their segment and cover the words that they were made for', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(linkedDocument, fc.array(edit, { maxLength: 12 }), (start, edits) => {
        const tr = new Transform(start);
        for (const change of edits) change(tr);
        for (const { node, text, from, to } of segments(tr.doc)) {
          const whole = tokens(text);
          for (const link of segmentLinks(node).current) {
            expect(link.source.from >= from && link.source.to <= to).toBe(true);
            expect(whole).toContainEqual(expect.objectContaining(link.rendering));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of words that are gone stay with their old text where a part without any is split off', () => {
    const link = { source: { from: 3, to: 5 }, rendering: { from: 2, to: 2 }, sure: true };
    const whole = { from: 0, to: 5, text: 'ab', links: [{ rendering: 'ab', pairs: [link] }] };
    expect(splitLinks(whole, 'ab', '', 2, 3)).toEqual([null, [{ rendering: 'ab', pairs: [link] }]]);
  });

  it('are refused by the schema where they say nothing or reach beyond their text', () => {
    const made = (links: unknown) => schema.node('segment', { id: 's', from: 0, to: 2, links }).check();
    const pair = { source: { from: 0, to: 2 }, rendering: { from: 0, to: 3 }, sure: true };
    made([{ rendering: 'One', pairs: [pair] }]);
    for (const wrong of [
      [],
      [{ rendering: 'One', pairs: [] }],
      [{ rendering: '', pairs: [pair] }],
      [{ rendering: 'On', pairs: [pair] }],
      [{ rendering: 'One', pairs: [{ ...pair, sure: 1 }] }],
      { hash: '3-1', pairs: [pair] },
    ])
      expect(() => made(wrong)).toThrow(RangeError);
  });
});
