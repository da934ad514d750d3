import { describe, expect, it } from 'vitest';
import { besideWord, likelySplit, nearest, wordAt, wordStarts } from '../../../../client/editor/spine/source-words.ts';

const source = 'وزیر گفت: «این خوب است» و رفت. دیگر چیزی نگفت.';
const whole = { from: 0, to: source.length };
const at = (word: string) => source.indexOf(word);

describe('where a segment may begin', () => {
  it('is before each word but the first, with the quotation mark that opens it', () => {
    expect(wordStarts(source, whole).map((start) => source.slice(start).split(' ')[0])).toEqual([
      'گفت:',
      '«این',
      'خوب',
      'است»',
      'و',
      'رفت.',
      'دیگر',
      'چیزی',
      'نگفت.',
    ]);
  });

  it('counts from the start of the whole source', () => {
    const span = { from: at('خوب'), to: at(' و رفت') };
    expect(wordStarts(source, span)).toEqual([at('است')]);
    expect(wordStarts(source, { from: at('خوب'), to: at('خوب') + 3 })).toEqual([]);
  });

  it('does not fall inside a word with ZWNJ', () => {
    expect(wordStarts('او می\u200cرود', { from: 0, to: 9 })).toEqual([3]);
  });
});

describe('where a rendering is cut', () => {
  it.each([
    ['The Foreign Minister', 6, 4],
    ['The Foreign Minister', 9, 11],
    ['The Foreign Minister', 4, 4],
    ['The Foreign Minister', 3, 3],
    ['It is Iran’s own.', 10, 12],
    ['a well-known man', 7, 12],
    ['a well-known man', 4, 2],
    ['of the U.S. Senate', 8, 7],
    ['of the U.S. Senate', 10, 11],
    ['men and/or women', 8, 10],
    ['write to a.b@c.org now', 12, 9],
    ['write to a.b@c.org now', 16, 18],
    ['see https://a.org/b?', 11, 4],
    ['3.5 per cent', 1, 0],
    ['He left — then', 8, 8],
    ['He left.Then', 8, 8],
    ['one—two', 4, 4],
    ['', 0, 0],
  ])('in %j at %d is at %d, beside the word', (text, offset, cut) => {
    expect(besideWord(text, offset)).toBe(cut);
  });
});

describe('where a source is likely to be split', () => {
  it('is the clause that begins near the same share of the text', () => {
    expect(likelySplit(source, whole, 0.6)).toBe(at('دیگر'));
    expect(likelySplit(source, whole, 0.3)).toBe(at('«این'));
  });

  it('is the nearest word where no clause begins near', () => {
    expect(likelySplit(source, whole, 0.95)).toBe(at('نگفت'));
  });

  it('is nowhere in a single word', () => {
    expect(likelySplit('وزیر', { from: 0, to: 4 }, 0.5)).toBeNull();
  });
});

it('the nearest place is told, the first of two', () => {
  expect(nearest([2, 6, 10], 8)).toBe(6);
  expect(nearest([], 8)).toBeNull();
});

it('the word at a place is told without what stands before it', () => {
  expect(wordAt(source, at('«این'))).toBe('این');
  expect(wordAt(source, source.length)).toBe('');
});
