import { describe, it } from 'vitest';
import { confirmAbove, insertRow, leaveOut, removeRow, setAlignment } from '../../../shared/doc/edit/row.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { doc, page, place, segment } from '../document.ts';

const start = doc(
  page(
    segment('s1', 'وزیر', 'The <m1>minister</m1>:'),
    segment('s2', 'یک دو سه.', '', { alignment: { state: 'automatic', score: 0.4 } }),
    segment('s3', 'چهار پنج.', 'Four five.', { alignment: { state: 'review', score: null } }),
  ),
);

describe('a row without Persian', () => {
  it('is put in before or after a row, and keeps its place', () => {
    expectChange(start, (tr) => insertRow(tr, 's2', 'after', 'n'), [
      's1 [وزیر] draft: The <m1>minister</m1>:',
      's2 [یک دو سه.] (automatic 0.4) initial:',
      'n [] (automatic) initial:',
      's3 [چهار پنج.] (review) draft: Four five.',
    ]);
    expectChange(start, (tr) => insertRow(tr, 's1', 'before', 'n'), [
      'n [] initial:',
      's1 [وزیر] draft: The <m1>minister</m1>:',
      's2 [یک دو سه.] (automatic 0.4) initial:',
      's3 [چهار پنج.] (review) draft: Four five.',
    ]);
    expectRefusal(start, (tr) => insertRow(tr, 's9', 'after', 'n'));
    expectRefusal(start, (tr) => insertRow(tr, 's2', 'after', 's3'));
  });

  it('goes once it is empty, and only then', () => {
    const [empty, full] = [place('n', 14), place('n', 14, 'More.')];
    const around = (row: ReturnType<typeof place>) =>
      doc(page(segment('s2', 'یک دو سه.')), page(row), page(segment('s3', 'چهار پنج.')));
    expectChange(around(empty), (tr) => removeRow(tr, 'n'), [
      's2 [یک دو سه.] initial:',
      '—',
      's3 [چهار پنج.] initial:',
    ]);
    expectRefusal(around(full), (tr) => removeRow(tr, 'n'));
    expectRefusal(start, (tr) => removeRow(tr, 's2'));
  });
});

describe('a row without English on purpose', () => {
  it('is left out, counts as translated, and may be translated after all', () => {
    const lines = [
      's1 [وزیر] draft: The <m1>minister</m1>:',
      's2 [یک دو سه.] (automatic 0.4) left out, translated:',
      's3 [چهار پنج.] (review) draft: Four five.',
    ];
    const left = expectChange(start, (tr) => leaveOut(tr, 's2', true), lines);
    expectChange(left, (tr) => leaveOut(tr, 's2', false), [
      lines[0] ?? '',
      's2 [یک دو سه.] (automatic 0.4) initial:',
      lines[2] ?? '',
    ]);
  });

  it('has to have Persian and no English', () => {
    expectRefusal(start, (tr) => leaveOut(tr, 's3', true));
    expectRefusal(start, (tr) => leaveOut(tr, 's2', false));
    expectRefusal(doc(page(segment('s1', 'وزیر'), place('n', 4))), (tr) => leaveOut(tr, 'n', true));
  });
});

describe('the alignment of a row', () => {
  it('is confirmed or marked for review; the score stays', () => {
    expectChange(start, (tr) => setAlignment(tr, 's2', 'confirmed'), [
      's1 [وزیر] draft: The <m1>minister</m1>:',
      's2 [یک دو سه.] (confirmed 0.4) initial:',
      's3 [چهار پنج.] (review) draft: Four five.',
    ]);
    expectRefusal(start, (tr) => setAlignment(tr, 's3', 'review'));
  });

  it('that is confirmed says that imported English was looked at', () => {
    const imported = doc(
      page(
        segment('s1', 'وزیر', 'The minister', { origin: 'imported', alignment: { state: 'automatic', score: 1 } }),
        segment('s2', 'یک دو سه.', 'One.', { alignment: { state: 'automatic', score: 1 } }),
      ),
    );
    expectChange(imported, (tr) => confirmAbove(tr, 's2'), [
      's1 [وزیر] (confirmed 1) translated: The minister',
      's2 [یک دو سه.] (confirmed 1) draft: One.',
    ]);
  });

  it('is confirmed with all above, but for what has to be looked at', () => {
    const reviewed = doc(
      page(
        segment('s1', 'وزیر', '', { alignment: { state: 'review', score: 0.1 } }),
        segment('s2', 'یک دو سه.', '', { alignment: { state: 'automatic', score: 0.4 } }),
        segment('s3', 'چهار پنج.', '', { alignment: { state: 'automatic', score: 0.9 } }),
      ),
    );
    expectChange(reviewed, (tr) => confirmAbove(tr, 's2'), [
      's1 [وزیر] (review 0.1) initial:',
      's2 [یک دو سه.] (confirmed 0.4) initial:',
      's3 [چهار پنج.] (automatic 0.9) initial:',
    ]);
    expectRefusal(reviewed, (tr) => confirmAbove(tr, 's9'));
  });
});
