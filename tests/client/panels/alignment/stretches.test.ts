import { expect, it } from 'vitest';
import { allStretches, stretchAround } from '../../../../client/panels/alignment/stretches.ts';
import { doc, page, place, segment } from '../../../doc/document.ts';

const confirmed = { alignment: { state: 'confirmed', score: 1 } } as const;
const document = doc(
  page(
    segment('s2', 'یک دو سه.', 'One.'),
    place('n', 16, 'More.'),
    segment('s3', 'چهار پنج.', 'Two.', confirmed),
    segment('s4', 'شش هفت؟'),
    segment('s5', 'هشت.', 'Three.'),
    segment('s6', 'نه ده.', '', confirmed),
  ),
);

it('takes the rows between confirmed ones, as far as both sides have something', () => {
  const [first, second, ...rest] = allStretches(document);
  expect(first).toMatchObject({ first: 's2', last: 'n', english: ['One.', 'More.'] });
  expect(second).toMatchObject({ first: 's4', last: 's5', english: ['', 'Three.'] });
  expect(rest).toEqual([]);
  expect(stretchAround(document, 's5')).toEqual([second]);
  expect(stretchAround(document, 's3')).toEqual([]);
  expect(allStretches(doc(page(segment('s2', 'یک دو سه.'))))).toEqual([]);
});
