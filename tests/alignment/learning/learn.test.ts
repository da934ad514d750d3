import { describe, expect, it } from 'vitest';
import { learn } from '../../../shared/alignment/learning/learn.ts';
import { learnedLexicon } from '../../../shared/alignment/learning/learned.ts';

const pairs = [
  { source: 'گربه شیر خورد', target: 'The cat drank milk' },
  { source: 'گربه خوابید', target: 'The cat slept' },
  { source: 'سگ شیر خورد', target: 'The dog drank milk' },
  { source: 'سگ دوید', target: 'The dog ran' },
  { source: 'سگ خوابید', target: 'The dog slept' },
];

describe('learn', () => {
  it('finds which words stand for each other from sentences alone', () => {
    const { english } = learnedLexicon(learn(pairs));
    expect(english('گربه')[0]?.stem).toBe('cat');
    expect(english('سگ')[0]?.stem).toBe('dog');
    expect(english('خوابید')[0]?.stem).toBe('sleep');
  });

  it('gives the same table for the same sentences, as plain data', () => {
    const table = learn(pairs);
    expect(learn(pairs)).toEqual(table);
    expect(JSON.parse(JSON.stringify(table))).toEqual(table);
  });

  it('leaves out what was seen in one segment only, unless somebody linked it', () => {
    const once = { source: 'فیل بزرگ', target: 'big elephant' };
    expect(learnedLexicon(learn([...pairs, once])).english('فیل')).toEqual([]);
    const linked = { ...once, links: [{ source: { from: 0, to: 3 }, target: { from: 4, to: 12 } }] };
    expect(learnedLexicon(learn([...pairs, linked])).english('فیل')[0]?.stem).toBe('elephant');
  });

  it('learns nothing from nothing', () => {
    expect(learn([])).toEqual([]);
    expect(learn([{ source: '', target: '' }])).toEqual([]);
  });
});
