import { describe, expect, it } from 'vitest';
import { aheadShelf, unsentOf } from '../../../client/timeline/ahead.ts';
import type { UnsentChange } from '../../../client/timeline/unsent.ts';

/** What a browser keeps, with room for `room` characters. */
function storage(room = Number.POSITIVE_INFINITY): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

const tab = { client: 'c-1', document: 'd-1', base: 3, mark: 'm-3', schema: 2 };
const ahead = (turn: number, after: number, ...steps: readonly string[]): UnsentChange => ({
  ...tab,
  turn,
  after,
  steps,
});

describe('what a tab writes ahead', () => {
  it('is there at once, and goes when the outbox has caught up with it', () => {
    const shelf = aheadShelf(() => kept);
    const kept = storage();
    shelf.put(ahead(1, 0, 'a'));
    shelf.put(ahead(2, 1, 'b'));
    shelf.drop('c-1', 1);
    expect(shelf.all()).toEqual([ahead(2, 1, 'b')]);
    shelf.drop('c-1', 2);
    expect(shelf.all()).toEqual([]);
  });

  it('goes on where the record of the outbox ends, whichever of the two is behind', () => {
    const kept = (turn: number, ...steps: readonly string[]) => ({ ...tab, turn, steps });
    expect(unsentOf(undefined, ahead(1, 0, 'a'))?.steps).toEqual(['a']);
    expect(unsentOf(kept(1, 'a'), ahead(3, 1, 'b', 'c'))?.steps).toEqual(['a', 'b', 'c']);
    expect(unsentOf(kept(2, 'a', 'b'), ahead(3, 1, 'b', 'c'))?.steps).toEqual(['a', 'b', 'c']);
    expect(unsentOf(kept(3, 'a', 'b', 'c'), ahead(2, 1, 'b'))?.steps).toEqual(['a', 'b', 'c']);
    expect(unsentOf(kept(1, 'a'), ahead(2, 0))?.steps).toEqual([]);
    expect(unsentOf(kept(1, 'a'), undefined)?.steps).toEqual(['a']);
    expect(unsentOf({ ...kept(1, 'a'), base: 2 }, ahead(2, 0, 'A', 'b'))).toEqual({ ...tab, steps: ['A', 'b'] });
  });

  it('stops nothing where the browser keeps nothing, or has no room left', () => {
    const full = aheadShelf(() => storage(10));
    full.put(ahead(1, 0, 'a'));
    expect(full.all()).toEqual([]);
    const blocked = aheadShelf(() => {
      throw new DOMException('The request was denied.', 'SecurityError');
    });
    blocked.put(ahead(1, 0, 'a'));
    blocked.drop('c-1', 1);
    expect(blocked.all()).toEqual([]);
  });
});
