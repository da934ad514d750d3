import { describe, expect, it } from 'vitest';
import { realign, unconfirmedAround } from '../../../shared/doc/edit/realign.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { doc, page, segment, source } from '../document.ts';

const automatic = { alignment: { state: 'automatic', score: 0.5 } } as const;
const start = doc(
  page(
    segment('s1', 'وزیر', 'The minister:', { alignment: { state: 'confirmed', score: 1 } }),
    segment('s2', 'یک دو سه.', 'One. <m1>Two</m1> three.', automatic),
    segment('s3', 'چهار پنج.', 'Four', automatic),
  ),
  page(segment('s4', 'شش هفت؟', 'five. Six?', automatic), segment('s5', 'هشت.', 'Eight.', automatic)),
);
const span = (words: string) => {
  const from = source.text.indexOf(words);
  return { from, to: from + words.length };
};
const ids = () => {
  let count = 0;
  return () => `n${++count}`;
};

describe('rows between confirmed ones', () => {
  it('are dealt out anew; what a bead repeats stays', () => {
    const two = span('یک دو سه.').to;
    const beads = [
      { ...span('یک دو سه.'), english: 'One.', score: 0.7 },
      { from: two, to: two, english: 'Two three.', score: 0.2 },
      { ...span('چهار پنج.'), english: 'Four five.', score: 0.9 },
      { ...span('شش هفت؟'), english: 'Six?', score: 0.8 },
      { ...span('هشت.'), english: 'Eight.', score: 0.6 },
    ];
    expectChange(start, (tr) => realign(tr, 's2', 's5', beads, ids(), source), [
      's1 [وزیر] (confirmed 1) draft: The minister:',
      's2 [یک دو سه.] (automatic 0.7) draft: One.',
      'n1 [] (automatic 0.2) draft: <m1>Two</m1> three.',
      's3 [چهار پنج.] (automatic 0.9) draft: Four five.',
      's4 [شش هفت؟] (automatic 0.8) draft: Six?',
      's5 [هشت.] (automatic 0.6) draft: Eight.',
    ]);
  });

  it('are refused where the words would not be the same, or one is confirmed', () => {
    const bead = { from: span('هشت.').from, to: span('هشت.').to, english: 'Eight.', score: 1 };
    expectRefusal(start, (tr) => realign(tr, 's5', 's5', [{ ...bead, english: 'Nine.' }], ids(), source));
    expectRefusal(start, (tr) => realign(tr, 's5', 's5', [{ ...bead, to: bead.to - 1 }], ids(), source));
    expectRefusal(start, (tr) =>
      realign(tr, 's1', 's1', [{ ...span('وزیر'), english: 'The minister:', score: 1 }], ids(), source),
    );
    expectRefusal(start, (tr) => realign(tr, 's5', 's2', [bead], ids(), source));
    expectRefusal(start, (tr) => realign(tr, 's5', 's5', [], ids(), source));
  });

  it('are found around a row', () => {
    expect(unconfirmedAround(start, 's4')?.map(({ id }) => id)).toEqual(['s2', 's3', 's4', 's5']);
    expect(unconfirmedAround(start, 's1')).toBeNull();
  });
});
