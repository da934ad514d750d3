import { describe, expect, it } from 'vitest';
import { type AlignmentFilter, hiddenBy, isOpen } from '../../../../client/editor/find/filter.ts';
import { Haystacks } from '../../../../client/editor/find/haystacks.ts';
import { type Hit, Search } from '../../../../client/editor/find/search.ts';
import { doc, page, segment, source } from '../../../doc/document.ts';
import { caretAt, stateOf, typed } from '../state.ts';

const document = doc(
  page(segment('a', 'وزیر', 'The minister of two'), segment('b', 'یک دو سه.', 'One two, two three.')),
  page(segment('c', 'چهار پنج.'), segment('d', 'شش هفت؟', 'Six دو seven?')),
);
const haystacks = new Haystacks(() => source.text);
const search = (query: string, isHidden = (_id: string) => false) => new Search(query, haystacks, isHidden);
const from = (segment: string, side: Hit['side'] = 'rendering', at = -1): Hit => ({ segment, side, from: at, to: at });
const whole = (found: Search, current: Hit | null = null, within = document) => {
  expect(found.advance(within, Number.POSITIVE_INFINITY)).toBe(true);
  return found.count(within, current);
};

describe('a search', () => {
  it('finds on both sides, in any spelling', () => {
    expect(whole(search('دُو'))).toEqual({ count: 2, current: 0 });
    expect(whole(search('TWO'))).toEqual({ count: 3, current: 0 });
    expect(whole(search('ده هزار'))).toEqual({ count: 0, current: 0 });
  });

  it('tells ranges of the whole source on one side, of the rendering on the other', () => {
    const b = document.firstChild?.child(1);
    const at = source.text.indexOf('دو');
    expect(b && search('دو').hits(b)).toEqual({ source: [{ from: at, to: at + 2 }], rendering: [] });
    expect(b && search('two').hits(b).rendering).toEqual([
      { from: 4, to: 7 },
      { from: 9, to: 12 },
    ]);
  });

  it('goes in reading order and around the ends', () => {
    const two = search('two');
    const first = two.next(document, from('a'), 1);
    expect(first).toMatchObject({ segment: 'a', from: 16 });
    const second = first && two.next(document, first, 1);
    expect(second).toMatchObject({ segment: 'b', from: 4 });
    const third = second && two.next(document, second, 1);
    expect(third).toMatchObject({ segment: 'b', from: 9 });
    expect(third && two.next(document, third, 1)).toEqual(first);
    expect(first && two.next(document, first, -1)).toEqual(third);
    expect(whole(two, third)).toEqual({ count: 3, current: 3 });
  });

  it('comes to the source of a segment before its rendering', () => {
    const both = search('دو');
    const next = both.next(document, from('b', 'source'), 1);
    expect(next).toMatchObject({ segment: 'b', side: 'source' });
    expect(next && both.next(document, next, 1)).toMatchObject({ segment: 'd', side: 'rendering' });
  });

  it('finds the only hit again, and nothing where there is nothing', () => {
    const hit = search('minister').next(document, from('d'), -1);
    expect(hit).toMatchObject({ segment: 'a' });
    expect(hit && search('minister').next(document, hit, 1)).toEqual(hit);
    expect(search('nothing').next(document, from('a'), 1)).toBeNull();
  });

  it('follows what is typed', () => {
    const two = search('two');
    whole(two);
    const state = typed(caretAt(stateOf(document, 'c'), 'c'), 'Two more');
    expect(whole(two, null, state.doc).count).toBe(4);
  });

  it('leaves out what a filter hides', () => {
    expect(whole(search('two', (id) => id === 'b')).count).toBe(1);
  });

  it('is gone through in slices', () => {
    const slow = search('two');
    expect(slow.advance(document, -1)).toBe(false);
    expect(slow.count(document, null).count).toBe(0);
    expect(whole(slow).count).toBe(3);
  });
});

describe('a filter', () => {
  const hidden = (filter: Parameters<typeof hiddenBy>[0]) => [...hiddenBy(filter, document, haystacks, source.text)];

  it('hides what is in other states', () => {
    expect(hidden({ states: ['initial'] })).toEqual(['a', 'b', 'd']);
    expect(hidden({ states: ['initial', 'draft'] })).toEqual([]);
    expect(hidden({ states: [] })).toEqual(['a', 'b', 'c', 'd']);
  });

  it('hides what is aligned otherwise', () => {
    const rows = doc(
      page(
        segment('a', 'یک دو سه.', 'One.', { alignment: { state: 'automatic', score: 0.9 } }),
        segment('b', 'چهار پنج.', '', { alignment: { state: 'automatic', score: 0.2 } }),
        segment('c', 'شش هفت؟', 'Six? Seven.', { alignment: { state: 'confirmed', score: 0.1 } }),
      ),
    );
    const left = (alignment: AlignmentFilter) => [...hiddenBy({ alignment }, rows, haystacks, source.text)];
    expect(left({ isOpen: true })).toEqual(['c']);
    expect(left({ isOdd: true })).toEqual(['a']);
    expect(left({ isHalf: true })).toEqual(['a', 'c']);
    expect(left({ below: 0.5 })).toEqual(['a', 'c']);
    expect(left({ isOpen: true, isOdd: true })).toEqual(['a', 'c']);
    expect(left({})).toEqual([]);
  });

  it('hides what has the text on neither side', () => {
    expect(hidden({ text: 'دو' })).toEqual(['a', 'c']);
    expect(hidden({ text: 'two' })).toEqual(['c', 'd']);
    expect(hidden({ text: 'two', states: ['initial'] })).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is open without states and with a blank text', () => {
    expect([isOpen({}), isOpen({ text: '  ' }), isOpen({ text: 'x' }), isOpen({ states: [] })]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
