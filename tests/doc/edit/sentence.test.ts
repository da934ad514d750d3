import { describe, it } from 'vitest';
import { closeUp, pullSentence, pushSentence } from '../../../shared/doc/edit/sentence.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { doc, page, segment, source } from '../document.ts';

const start = doc(
  page(segment('s2', 'یک دو سه. چهار پنج.', 'One two. <m1>Three</m1> now.'), segment('s4', 'شش هفت؟', 'Four. Five.')),
);

describe('the last sentence', () => {
  it('of the English goes down to the next row, with its mentions', () => {
    expectChange(start, (tr) => pushSentence(tr, 's2', 'english', 'n', source), [
      's2 [یک دو سه. چهار پنج.] draft: One two.',
      's4 [شش هفت؟] draft: <m1>Three</m1> now. Four. Five.',
    ]);
  });

  it('of the Persian goes down to a row of its paragraph', () => {
    const pair = doc(page(segment('s2', 'یک دو سه. چهار پنج.', 'One.'), segment('s4', 'شش هفت؟', 'Two.')));
    expectChange(pair, (tr) => pushSentence(tr, 's2', 'persian', 'n', source), [
      's2 [یک دو سه.] draft: One.',
      's4 [چهار پنج. / شش هفت؟] draft: Two.',
    ]);
    const apart = doc(page(segment('s5', 'هشت.', 'Eight.'), segment('s6', 'نه ده.', 'Nine.')));
    expectRefusal(apart, (tr) => pushSentence(tr, 's5', 'persian', 'n', source));
    const both = doc(page(segment('s4', 'شش هفت؟ هشت.', 'Six. Eight.'), segment('s6', 'نه ده.', 'Nine.')));
    expectChange(both, (tr) => pushSentence(tr, 's4', 'persian', 'n', source), [
      's4 [شش هفت؟] draft: Six. Eight.',
      'n [هشت.] initial:',
      's6 [نه ده.] draft: Nine.',
    ]);
  });

  it('may be the only one, and goes to a new row where none follows', () => {
    const last = doc(page(segment('s5', 'هشت.', 'One.'), segment('s6', 'نه ده.', 'Two. Three.')));
    expectChange(last, (tr) => pushSentence(tr, 's6', 'english', 'n', source), [
      's5 [هشت.] draft: One.',
      's6 [نه ده.] draft: Two.',
      'n [] draft: Three.',
    ]);
    expectChange(last, (tr) => pushSentence(tr, 's5', 'english', 'n', source), [
      's5 [هشت.] initial:',
      's6 [نه ده.] draft: One. Two. Three.',
    ]);
    expectRefusal(doc(page(segment('s5', 'هشت.'))), (tr) => pushSentence(tr, 's5', 'english', 'n', source));
  });
});

describe('the first sentence of the next row', () => {
  it('comes up on either side', () => {
    expectChange(start, (tr) => pullSentence(tr, 's2', 'english', source), [
      's2 [یک دو سه. چهار پنج.] draft: One two. <m1>Three</m1> now. Four.',
      's4 [شش هفت؟] draft: Five.',
    ]);
    expectChange(start, (tr) => pullSentence(tr, 's2', 'persian', source), [
      's2 [یک دو سه. چهار پنج. / شش هفت؟] draft: One two. <m1>Three</m1> now.',
      's4 [] draft: Four. Five.',
    ]);
    expectRefusal(start, (tr) => pullSentence(tr, 's4', 'english', source));
  });

  it('takes the next row along when nothing is left in it', () => {
    const bare = doc(page(segment('s2', 'یک دو سه.', 'One.'), segment('s3', 'چهار پنج.')));
    expectChange(bare, (tr) => pullSentence(tr, 's2', 'persian', source), ['s2 [یک دو سه. چهار پنج.] draft: One.']);
  });
});

describe('closing up', () => {
  const rows = doc(
    page(segment('s2', 'یک دو سه.', 'One.'), segment('s3', 'چهار پنج.', 'more.'), segment('s4', 'شش هفت؟', 'Two.')),
  );

  it('joins what a row has with the row above, and the rest follows', () => {
    expectChange(rows, (tr) => closeUp(tr, 's3', 'english', 'n', source), [
      's2 [یک دو سه.] draft: One. more.',
      's4 [چهار پنج.] draft: Two.',
      'n [شش هفت؟] initial:',
    ]);
  });

  it('fills a row that has nothing there', () => {
    const hole = doc(
      page(segment('s2', 'یک دو سه.', 'One.'), segment('s3', 'چهار پنج.'), segment('s4', 'شش هفت؟', 'Two.')),
    );
    expectChange(hole, (tr) => closeUp(tr, 's3', 'english', 'n', source), [
      's2 [یک دو سه.] draft: One.',
      's4 [چهار پنج.] draft: Two.',
      'n [شش هفت؟] initial:',
    ]);
    expectRefusal(rows, (tr) => closeUp(tr, 's2', 'english', 'n', source));
  });
});
