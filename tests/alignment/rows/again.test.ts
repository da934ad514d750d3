import { describe, expect, it } from 'vitest';
import { alignAgain } from '../../../shared/alignment/rows/again.ts';

const source = 'وزیر گفت که نشست امروز برگزار شد. او به تهران رفت.\nاین پایان است. او بازگشت.';

describe('aligning rows again', () => {
  it('pairs what stood in the wrong rows, within each stretch, and in one paragraph a row', () => {
    const stretch = {
      persian: { from: 0, to: source.length },
      english: [
        'The minister said',
        '',
        'that the meeting was held today. He went to Tehran. This is the end. He returned.',
      ],
    };
    const again = alignAgain(source, [stretch, { persian: { from: 0, to: 0 }, english: ['More.'] }], {});
    if (!again.ok) throw new Error(again.problems[0]?.message);
    const [rows = [], nothing] = again.value;
    expect(nothing).toEqual([]);
    expect(rows.map(({ from, to, english }) => [source.slice(from, to), english])).toEqual([
      ['وزیر گفت که نشست امروز برگزار شد.', 'The minister said that the meeting was held today.'],
      ['او به تهران رفت.', 'He went to Tehran.'],
      ['این پایان است.', 'This is the end.'],
      ['او بازگشت.', 'He returned.'],
    ]);
    for (const { score } of rows) expect(score).toBeGreaterThan(0);
  });

  it('stops when it is told to, and tells the share that is done', () => {
    const stretch = { persian: { from: 0, to: source.length }, english: ['He went. He returned.'] };
    const shares: number[] = [];
    const watch = (share: number) => {
      shares.push(share);
      return shares.length < 3;
    };
    expect(alignAgain(source, [stretch, stretch], {}, watch)).toMatchObject({
      ok: false,
      problems: [{ rule: 'alignment-stopped' }],
    });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});
