import { describe, it } from 'vitest';
import { mergeSide, moveRenderingBorder, moveSourceBorder, splitSide } from '../../../shared/doc/edit/side.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { doc, page, place, segment, source } from '../document.ts';

const confirmed = { alignment: { state: 'confirmed', score: 1 } } as const;
const start = doc(
  page(
    segment('s2', 'یک دو سه.', 'One two. <m1>Three</m1> now.', confirmed),
    segment('s3', 'چهار پنج.', 'Four. <m2>Five</m2>.', confirmed),
  ),
  page(segment('s4', 'شش هفت؟')),
);

describe('English', () => {
  it('goes down to the next row with its mentions', () => {
    expectChange(start, (tr) => moveRenderingBorder(tr, 's2', -'Three now.'.length), [
      's2 [یک دو سه.] (review) draft: One two.',
      's3 [چهار پنج.] (review) draft: <m1>Three</m1> now. Four. <m2>Five</m2>.',
      '—',
      's4 [شش هفت؟] initial:',
    ]);
  });

  it('comes up from the next row, over the border of a page too', () => {
    expectChange(start, (tr) => moveRenderingBorder(tr, 's2', 'Four. '.length), [
      's2 [یک دو سه.] (review) draft: One two. <m1>Three</m1> now. Four.',
      's3 [چهار پنج.] (review) draft: <m2>Five</m2>.',
      '—',
      's4 [شش هفت؟] initial:',
    ]);
    expectChange(start, (tr) => moveRenderingBorder(tr, 's3', -'Five.'.length), [
      's2 [یک دو سه.] (confirmed 1) draft: One two. <m1>Three</m1> now.',
      's3 [چهار پنج.] (review) draft: Four.',
      's4 [شش هفت؟] draft: <m2>Five</m2>.',
    ]);
    expectRefusal(start, (tr) => moveRenderingBorder(tr, 's4', -1));
    expectRefusal(start, (tr) => moveRenderingBorder(tr, 's3', 3));
  });

  it('of the next row is taken whole; the Persian of that stays', () => {
    expectChange(start, (tr) => mergeSide(tr, 's2', 'english', source), [
      's2 [یک دو سه.] (review) draft: One two. <m1>Three</m1> now. Four. <m2>Five</m2>.',
      's3 [چهار پنج.] (review) initial:',
      '—',
      's4 [شش هفت؟] initial:',
    ]);
    expectRefusal(start, (tr) => mergeSide(tr, 's3', 'english', source));
  });

  it('is cut where the caret stands; the rest becomes a row without Persian', () => {
    expectChange(start, (tr) => splitSide(tr, 's2', 'english', 9, 'n', source), [
      's2 [یک دو سه.] (review) draft: One two.',
      'n [] (review) draft: <m1>Three</m1> now.',
      's3 [چهار پنج.] (confirmed 1) draft: Four. <m2>Five</m2>.',
      '—',
      's4 [شش هفت؟] initial:',
    ]);
    expectRefusal(start, (tr) => splitSide(tr, 's2', 'english', 0, 'n', source));
    expectRefusal(start, (tr) => splitSide(tr, 's2', 'english', 5, 's4', source));
  });
});

describe('Persian', () => {
  const first = source.text.indexOf('یک');
  it('goes to the next row, or comes from there; a row may be left without', () => {
    expectChange(start, (tr) => moveSourceBorder(tr, 's2', first + 'یک '.length, source), [
      's2 [یک] (review) draft: One two. <m1>Three</m1> now.',
      's3 [دو سه. چهار پنج.] (review) draft: Four. <m2>Five</m2>.',
      '—',
      's4 [شش هفت؟] initial:',
    ]);
    expectChange(start, (tr) => moveSourceBorder(tr, 's2', first, source), [
      's2 [] (review) draft: One two. <m1>Three</m1> now.',
      's3 [یک دو سه. چهار پنج.] (review) draft: Four. <m2>Five</m2>.',
      '—',
      's4 [شش هفت؟] initial:',
    ]);
  });

  it('of the next row is taken whole; what has neither side goes', () => {
    expectChange(start, (tr) => mergeSide(tr, 's2', 'persian', source), [
      's2 [یک دو سه. چهار پنج.] (review) draft: One two. <m1>Three</m1> now.',
      's3 [] (review) draft: Four. <m2>Five</m2>.',
      '—',
      's4 [شش هفت؟] initial:',
    ]);
    expectChange(start, (tr) => mergeSide(tr, 's3', 'persian', source), [
      's2 [یک دو سه.] (confirmed 1) draft: One two. <m1>Three</m1> now.',
      's3 [چهار پنج. / شش هفت؟] (review) draft: Four. <m2>Five</m2>.',
    ]);
  });

  it('is cut where the caret stands; the rest becomes a row without English', () => {
    expectChange(start, (tr) => splitSide(tr, 's2', 'persian', first + 'یک دو'.length, 'n', source), [
      's2 [یک دو] (review) draft: One two. <m1>Three</m1> now.',
      'n [سه.] (review) initial:',
      's3 [چهار پنج.] (confirmed 1) draft: Four. <m2>Five</m2>.',
      '—',
      's4 [شش هفت؟] initial:',
    ]);
    expectRefusal(start, (tr) => splitSide(tr, 's2', 'persian', first, 'n', source));
  });

  it('does not leave its paragraph, but for a row that has none', () => {
    const last = source.text.length;
    const apart = doc(page(segment('s5', 'هشت.'), segment('s6', 'نه ده.')));
    expectRefusal(apart, (tr) => mergeSide(tr, 's5', 'persian', source));
    expectChange(
      doc(page(segment('s6', 'نه ده.'), place('n', last, 'Ten.'))),
      (tr) => moveSourceBorder(tr, 's6', last - 'ده.'.length, source),
      ['s6 [نه] initial:', 'n [ده.] draft: Ten.'],
    );
  });
});
