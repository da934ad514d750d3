import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freePlaces } from '../../../shared/doc/proposals/free-places.ts';
import { canStandTogether, type LabelledSpan } from '../../../shared/names/suggestion/nesting.ts';
import { doc, mention, page, segment } from '../document.ts';

const place = fc
  .record({ from: fc.nat(1000), length: fc.integer({ min: 1, max: 600 }), label: fc.constantFrom('ORG', 'GPE', 'PER') })
  .map(({ from, length, label }): LabelledSpan => ({ from, to: from + length, label }));

describe('places that are free', () => {
  it('are those where everything stored and everything added since can stand beside', () => {
    fc.assert(
      fc.property(fc.array(place), fc.array(place), place, (stored, added, asked) => {
        const mentions = stored.map((attrs, index) => mention(`m${index}`, attrs));
        const places = freePlaces(doc(page(segment('s1', 'یک')), ...mentions));
        for (const each of added) places.take(each);
        const expected = [...stored, ...added].every((other) => canStandTogether(asked, other));
        expect(places.isFree(asked)).toBe(expected);
      }),
    );
  });

  it('are not in the way of mentions without a Persian side', () => {
    const places = freePlaces(doc(page(segment('s1', 'یک')), mention('m1', { from: null, to: null })));
    expect(places.isFree({ from: 0, to: 3, label: 'PER' })).toBe(true);
  });
});
