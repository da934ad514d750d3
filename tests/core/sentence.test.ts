import { expect, it } from 'vitest';
import { sentenceAt } from '../../shared/core/sentence.ts';

const sentences = {
  plain: 'Nothing is there.',
  number: { other: 'Of \u2068{{wanted}}\u2069 came {{found, number}}, and {{found, number}} stays.' },
};

it('puts each value in all its places, and leaves out what isolates it', () => {
  expect(sentenceAt(sentences, 'plain', {})).toBe('Nothing is there.');
  expect(sentenceAt(sentences, 'number.other', { wanted: '$& {{found}}', found: 41 })).toBe(
    'Of $& {{found}} came 41, and 41 stays.',
  );
});

it('leaves the place of a value empty that is not there', () => {
  expect(sentenceAt(sentences, 'number.other', { found: 41 })).toBe('Of  came 41, and 41 stays.');
});

it('throws where there is no such sentence', () => {
  for (const key of ['lost', 'number', 'number.lost', 'plain.other', ''])
    expect(() => sentenceAt(sentences, key, {})).toThrow(`There is no sentence with the key "${key}"`);
});
