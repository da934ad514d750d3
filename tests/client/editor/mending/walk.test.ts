import { expect, it } from 'vitest';
import { byConfidence, nextOdd, nextUnsure } from '../../../../client/editor/mending/walk.ts';
import { alignmentTally, isAligned } from '../../../../shared/doc/model/alignment-tally.ts';
import { doc, page, segment, source } from '../../../doc/document.ts';

const aligned = (state: 'automatic' | 'confirmed' | 'review', score: number | null) => ({
  alignment: { state, score },
});
const document = doc(
  page(
    segment('a', 'یک دو سه.', 'One.', aligned('automatic', 0.9)),
    segment('b', 'چهار پنج.', '', aligned('automatic', 0.2)),
    segment('c', 'شش هفت؟', 'Six? Seven.', aligned('confirmed', 0.1)),
  ),
  page(
    segment('d', 'هشت.', 'Eight.', aligned('review', 0.95)),
    segment('e', 'نه ده.', 'Nine.', aligned('automatic', null)),
  ),
);
const all = () => true;

it('walks open rows from what needs review and the least sure to those that people changed', () => {
  expect(byConfidence(document).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'e']);
  expect(nextUnsure(document, null, all)?.id).toBe('d');
  expect(nextUnsure(document, 'd', all)?.id).toBe('b');
  expect(nextUnsure(document, 'e', all)?.id).toBe('d');
  expect(nextUnsure(document, 'd', (id) => id !== 'b')?.id).toBe('a');
});

it('finds the next row that is not one to one, from the top again past the end', () => {
  expect(nextOdd(document, 0, source.text, all)?.id).toBe('b');
  expect(nextOdd(document, 1, source.text, all)?.id).toBe('c');
  expect(nextOdd(document, 2, source.text, all)?.id).toBe('b');
  expect(nextOdd(document, 1, source.text, (id) => id !== 'c')).toBeNull();
});

it('counts rows by what is said of their alignment', () => {
  expect(alignmentTally(document)).toEqual({ automatic: 3, confirmed: 1, review: 1, half: 1 });
  expect(isAligned(document)).toBe(true);
  expect(isAligned(doc(page(segment('a', 'یک دو سه.', 'One.'))))).toBe(false);
});
