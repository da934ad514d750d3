import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find } from '../../../shared/language/words/find.ts';
import { hasCapitalsOf, nameKey, nameWords, wordKeys, wordsOfEach } from '../../../shared/names/entity/name.ts';
import { namedText, nameIndex } from '../../../shared/names/entity/name-index.ts';
import { sample } from '../../language/sample.ts';
import { anyText, graphemeBoundaries } from '../../language/strings.ts';
import { mentions } from '../reference.ts';

describe('the key of a name', () => {
  it('is that of its words, with their places or without', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(wordKeys(text)).toEqual(nameWords(text).map(({ key }) => key));
      }),
    );
    expect(wordKeys(sample)).toEqual(nameWords(sample).map(({ key }) => key));
  });

  it.each([
    ['سازمان همکاری‌های اسلامی', 'سازمان همكاريهاي اسلامي'],
    ['وزیر خارجه', 'وزیرخارجه'],
    ['آمریکا', 'امریکا'],
    ['Amir-Abdollahian', 'Amir Abdollahian'],
    ['U.S.', 'US'],
    ['Côte d’Ivoire', "cote d'ivoire"],
    ['قطعنامه ۲۲۳۱', 'قطعنامهٔ 2231'],
  ])('is one for %s and %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it('keeps two numbers apart', () => {
    expect(nameKey('5+1')).not.toBe(nameKey('51'));
  });

  it('is empty for what has no letter and no number', () => {
    expect(['', ' ', '«»', '\u200c', '…'].map(nameKey)).toEqual(['', '', '', '', '']);
  });
});

describe('the words of a name', () => {
  it('end before an apostrophe, a hyphen and a full stop', () => {
    const text = 'Ukraine’s al-Assad, U.S.';
    expect(nameWords(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'Ukraine',
      's',
      'al',
      'Assad',
      'U',
      'S',
    ]);
  });

  it('hold their ZWNJ, and marks of direction that stand inside', () => {
    const text = 'می\u200cرود رو\u200eسیه خانهٔ';
    expect(nameWords(text).map(({ key }) => key)).toEqual(['میرود', 'روسیه', 'خانه']);
  });

  it('cut no grapheme, in any text, and are the same for many names at once', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (names) => {
        const own = names.map(nameWords);
        names.forEach((name, at) => {
          const boundaries = graphemeBoundaries(name);
          expect(own[at]?.every(({ from, to }) => boundaries.has(from) && boundaries.has(to))).toBe(true);
        });
        expect(wordsOfEach(names)).toEqual(own);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the capitals of a name', () => {
  it.each([
    ['US', 'US', true],
    ['us', 'US', false],
    ['Us', 'US', false],
    ['Russia', 'Russia', true],
    ['RUSSIA', 'Russia', true],
    ['polish', 'Polish', false],
    ['Referendum', 'referendum', true],
    ['foreign minister', 'Foreign Minister', true],
    ['who', 'WHO', false],
    ['u s', 'U S', false],
  ])('let %s stand for %s: %s', (raw, name, expected) => {
    expect(hasCapitalsOf(raw, name)).toBe(expected);
  });
});

describe('an index of names', () => {
  it('finds the mentions of the sample wherever a search for whole words does', () => {
    const surfaces = [...new Set(mentions.map(({ surface }) => surface))];
    const hits = nameIndex(surfaces, (name) => name).in(namedText(sample));
    for (const surface of surfaces) {
      const own = hits.filter(({ found }) => found.includes(surface)).map(({ from, to }) => ({ from, to }));
      expect(own).toEqual(find(sample, surface, 'word'));
    }
  });

  it('finds names of one and two letters', () => {
    const index = nameIndex(['و', 'ری', 'ری و قم'], (name) => name);
    expect(index.in(namedText('ری و قم')).map(({ found }) => found)).toEqual([['ری'], ['ری و قم'], ['و']]);
  });

  it('gives every value of a name', () => {
    const index = nameIndex(['US', 'U.S.', 'us'], (name) => name);
    expect(index.named('U. S.')).toEqual(['US', 'U.S.', 'us']);
    expect(index.named('U')).toEqual([]);
    expect(nameIndex(['«»'], (name) => name).isEmpty).toBe(true);
  });

  it('meets a comma in a name only in names that have one', () => {
    const index = nameIndex(['Paris, Texas', 'Rome Italy'], (name) => name);
    const found = (text: string) => index.in(namedText(text)).map(({ from, to }) => text.slice(from, to));
    expect(found('Paris, Texas and Paris Texas')).toEqual(['Paris, Texas', 'Paris Texas']);
    expect(found('Rome, Italy and Rome Italy')).toEqual(['Rome Italy']);
  });
});
