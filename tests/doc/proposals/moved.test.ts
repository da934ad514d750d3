import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedAlong } from '../../../shared/doc/proposals/moved.ts';
import type { Proposal } from '../../../shared/doc/proposals/proposal.ts';

/** A proposal whose English reads `text` in `english`; without a source unless it is asked for. */
function proposed(english: string, text: string, source: Proposal['source'] = null): Proposal {
  const from = english.indexOf(text);
  return {
    ...{ key: text, segment: 's1', mention: null, label: 'person', source, entities: [], entry: null },
    ...{ rendering: { from, to: from + text.length, text }, score: 1, reason: 'registry' as const },
  };
}

const inPersian = { from: 4, to: 8, text: 'نام' };

describe('proposals in a segment that somebody types in', () => {
  it('stand where their English stands once something is written before it', () => {
    const [moved] = movedAlong([proposed('Mr Amini met', 'Amini')], 'Mr Amini met', 'Dear Mr Amini met');
    expect(moved?.rendering).toEqual({ from: 8, to: 13, text: 'Amini' });
  });

  it('are the same list while what is written stands after them', () => {
    const list = [proposed('Mr Amini', 'Amini')];
    expect(movedAlong(list, 'Mr Amini', 'Mr Amini met')).toBe(list);
  });

  it('lose the English that is written into, and go where they had nothing else', () => {
    const list = [proposed('Mr Amini', 'Amini', inPersian), proposed('Mr Amini', 'Mr Amini')];
    expect(movedAlong(list, 'Mr Amini', 'Mr Amiini')).toEqual([{ ...list[0], rendering: null }]);
  });

  it('never stand at English that reads otherwise, whatever is written', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 });
    const place = fc.tuple(fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(text, text, fc.array(place), (before, after, places) => {
        const list = places.flatMap(([a, b]) => {
          const [from, to] = [Math.min(a, b, before.length), Math.min(Math.max(a, b), before.length)];
          const rendering = { from, to, text: before.slice(from, to) };
          return from < to ? [{ ...proposed(before, ''), rendering }] : [];
        });
        for (const { rendering } of movedAlong(list, before, after))
          if (rendering) expect(after.slice(rendering.from, rendering.to)).toBe(rendering.text);
      }),
    );
  });
});
