import { expect, it } from 'vitest';
import { segmentNodes } from '../../../shared/doc/model/read.ts';
import { isOneToOne, rowShape } from '../../../shared/doc/model/row-shape.ts';
import { doc, page, place, segment, source } from '../document.ts';

it('counts the leads and sentences of each side of a row', () => {
  const rows = doc(
    page(
      segment('s1', 'وزیر', 'The minister'),
      segment('s2', 'یک دو سه. چهار پنج.', 'One two.'),
      place('n', 30, 'One more. And another.'),
      segment('s4', 'شش هفت؟'),
    ),
  );
  const shapes = [...segmentNodes(rows)].map((node) => rowShape(node, source.text));
  expect(shapes).toEqual([
    { persian: 1, english: 1 },
    { persian: 2, english: 1 },
    { persian: 0, english: 2 },
    { persian: 1, english: 0 },
  ]);
  expect(shapes.map(isOneToOne)).toEqual([true, false, false, false]);
});
