import { describe, it } from 'vitest';
import { shiftSide } from '../../../shared/doc/edit/shift.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { doc, page, place, segment, source } from '../document.ts';

const row = (english: readonly string[]) => {
  const [a = '', b = '', c = ''] = english;
  return doc(page(segment('s2', 'یک دو سه.', a), segment('s3', 'چهار پنج.', b)), page(segment('s4', 'شش هفت؟', c)));
};
const full = row(['<m1>One</m1>', 'Two', 'Three']);

describe('everything below', () => {
  it('moves down on the English side, into a new row at the end', () => {
    expectChange(full, (tr) => shiftSide(tr, 's3', 'english', 'down', 'n'), [
      's2 [یک دو سه.] draft: <m1>One</m1>',
      'n [چهار پنج.] initial:',
      's3 [شش هفت؟] draft: Two',
      '—',
      's4 [] draft: Three',
    ]);
  });

  it('moves down until a row has room', () => {
    expectChange(row(['<m1>One</m1>', '', 'Three']), (tr) => shiftSide(tr, 's2', 'english', 'down', 'n'), [
      'n [یک دو سه.] initial:',
      's2 [چهار پنج.] draft: <m1>One</m1>',
      '—',
      's4 [شش هفت؟] draft: Three',
    ]);
  });

  it('moves up on the English side into a row that has none', () => {
    expectChange(row(['', '<m1>Two</m1>', 'Three']), (tr) => shiftSide(tr, 's2', 'english', 'up', 'n'), [
      's3 [یک دو سه.] draft: <m1>Two</m1>',
      '—',
      's4 [چهار پنج.] draft: Three',
      'n [شش هفت؟] initial:',
    ]);
    expectRefusal(full, (tr) => shiftSide(tr, 's2', 'english', 'up', 'n'));
    expectRefusal(row(['One', '', '']), (tr) => shiftSide(tr, 's3', 'english', 'up', 'n'));
  });

  it('moves down on the Persian side', () => {
    expectChange(full, (tr) => shiftSide(tr, 's2', 'persian', 'down', 'n'), [
      's2 [] draft: <m1>One</m1>',
      's3 [یک دو سه.] draft: Two',
      '—',
      's4 [چهار پنج.] draft: Three',
      'n [شش هفت؟] initial:',
    ]);
  });

  it('moves up on the Persian side into a row that has none', () => {
    const from = source.text.indexOf('یک');
    const start = doc(
      page(place('n', from, 'New'), segment('s2', 'یک دو سه.', '<m1>One</m1>'), segment('s3', 'چهار پنج.')),
    );
    expectChange(start, (tr) => shiftSide(tr, 'n', 'persian', 'up', 'x'), [
      'n [یک دو سه.] draft: New',
      's2 [چهار پنج.] draft: <m1>One</m1>',
    ]);
  });
});
