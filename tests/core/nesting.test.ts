import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSpans, depths } from '../../shared/core/nesting.ts';
import type { Span } from '../../shared/core/span.ts';

const span = (from: number, to: number): Span => ({ from, to });

describe('how deep spans are drawn', () => {
  it('is 0 side by side, and one more for each that lies around', () => {
    expect(depths([])).toEqual([]);
    expect(depths([span(0, 3), span(3, 5), span(7, 9)])).toEqual([0, 0, 0]);
    expect(depths([span(2, 3), span(0, 9), span(1, 5), span(6, 8)])).toEqual([2, 0, 1, 1]);
  });

  it('takes the first of two equal ones for the one around', () => {
    expect(depths([span(1, 4), span(1, 4), span(1, 4)])).toEqual([0, 1, 2]);
  });

  it('keeps two that overlap apart, and uses a level again as soon as it is free', () => {
    expect(depths([span(0, 4), span(3, 7), span(6, 9)])).toEqual([0, 1, 0]);
    expect(depths([span(0, 4), span(2, 10), span(5, 8)])).toEqual([0, 1, 2]);
  });

  it('is never the same for two that share something, and more inside than around', () => {
    const anySpan = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }))
      .map(([from, length]) => span(from, from + length));
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 12 }), (spans) => {
        const found = depths(spans);
        spans.forEach((a, one) => {
          spans.forEach((b, other) => {
            if (one === other || a.to <= b.from || b.to <= a.from) return;
            expect(found[one]).not.toBe(found[other]);
            if (a.from <= b.from && b.to <= a.to && (a.from < b.from || b.to < a.to)) {
              expect(found[other]).toBeGreaterThan(found[one] ?? 0);
            }
          });
        });
        expect(Math.max(-1, ...found)).toBeLessThan(spans.length);
      }),
    );
  });
});

describe('the order in which spans are read', () => {
  it('goes by where they begin, then from around to inside; no span comes last', () => {
    const spans = [null, span(4, 5), span(0, 2), span(0, 9), span(4, 8)];
    expect(spans.toSorted(compareSpans)).toEqual([span(0, 9), span(0, 2), span(4, 8), span(4, 5), null]);
  });
});
