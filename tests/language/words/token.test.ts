import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slice } from '../../../shared/core/span.ts';
import { countWords, pieces, tokens } from '../../../shared/language/words/token.ts';
import { goldWordLinks, paragraphs, sample } from '../sample.ts';
import { anyText } from '../strings.ts';

const texts = (text: string) => tokens(text).map((token) => token.text);

describe('tokens', () => {
  it.each(goldWordLinks)(
    'are those of the reference word links in $id',
    ({ source, target, sourceTokens, targetTokens }) => {
      expect(tokens(source).map(({ from, to }) => [from, to])).toEqual(sourceTokens);
      expect(tokens(target).map(({ from, to }) => [from, to])).toEqual(targetTokens);
    },
  );

  it('keep ZWNJ, marks and tatweel inside a word', () => {
    expect(texts('می‌کنیم همکاری‌های خانهٔ ۵‌ساله هــا')).toEqual(['می‌کنیم', 'همکاری‌های', 'خانهٔ', '۵‌ساله', 'هــا']);
  });

  it('keep soft hyphens and word joiners inside a word, and part words at a space without width', () => {
    expect(texts('هم\u00adکاری نا\u2060مه')).toEqual(['هم\u00adکاری', 'نا\u2060مه']);
    expect(texts('نامه\u200bدیگر')).toEqual(['نامه', 'دیگر']);
  });

  it('part words at punctuation that has lost its space', () => {
    expect(texts('کردیم.امروز خود:برخی ق.م')).toEqual(['کردیم', 'امروز', 'خود', 'برخی', 'ق', 'م']);
  });

  it('keep a number with its separators, but not a fraction, a date or a time', () => {
    expect(texts('۳.۵ ۳٫۵ ۱٬۲۰۰ 1,200.50')).toEqual(['۳.۵', '۳٫۵', '۱٬۲۰۰', '1,200.50']);
    expect(texts('۳/۵ ۱۲:۳۰ ۱۴۰۱/۰۷/۰۵')).toEqual(['۳', '۵', '۱۲', '۳۰', '۱۴۰۱', '۰۷', '۰۵']);
  });

  it('keep an English apostrophe', () => {
    expect(texts("The Agency’s don't")).toEqual(['The', 'Agency’s', "don't"]);
  });

  it('are never a ZWNJ, a ZWJ of an emoji or a mark alone', () => {
    expect(texts('\u200c 👨‍👩‍👧 \u0301')).toEqual([]);
  });

  it('stand in order, where their text is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const token of tokens(text)) {
          expect(token.from).toBeGreaterThanOrEqual(end);
          expect(slice(text, token)).toBe(token.text);
          expect(token.text).toMatch(/^[\p{L}\p{N}]/u);
          end = token.to;
        }
      }),
    );
  });
});

describe('pieces', () => {
  it('are words and the gaps between them', () => {
    expect(pieces('«ما، شما»').map(({ kind, text }) => [kind, text])).toEqual([
      ['gap', '«'],
      ['word', 'ما'],
      ['gap', '، '],
      ['word', 'شما'],
      ['gap', '»'],
    ]);
    expect(pieces('')).toEqual([]);
  });

  it('spell any text exactly, and no gap holds a letter or a number', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const all = pieces(text);
        expect(all.map((piece) => piece.text).join('')).toBe(text);
        expect(all.every((piece) => slice(text, piece) === piece.text && piece.text !== '')).toBe(true);
        expect(all.filter((piece) => piece.kind === 'gap' && /[\p{L}\p{N}]/u.test(piece.text))).toEqual([]);
      }),
    );
  });
});

describe('countWords', () => {
  it('counts the words of the sample', () => {
    expect(paragraphs.map(countWords)).toEqual([85, 30, 157, 54, 56]);
    expect(countWords(sample)).toBe(382);
  });

  it('counts a number as a word, and punctuation as none', () => {
    expect(countWords('در ۱۴۰۱، ۳٫۵ درصد — …')).toBe(4);
    expect(countWords('')).toBe(0);
    for (const text of ['یک دو', 'a1’b', '1,234.5']) expect(countWords(text)).toBe(tokens(text).length);
  });

  it('counts as many as there are tokens, in any text', () => {
    const number = fc.constantFrom('۱', '2', '½', '.', ',', '٫', '٬', "'", '’', 'a', 'ب', '\u0651', '\u2060', ' ', '𝐀');
    const numbers = fc.array(number, { maxLength: 20 }).map((parts) => parts.join(''));
    const long = fc
      .tuple(number, fc.integer({ min: 95, max: 105 }), numbers)
      .map(([one, times, end]) => one.repeat(times) + end);
    const any = fc.oneof(anyText, numbers, long);
    fc.assert(
      fc.property(any, (text) => {
        expect(countWords(text)).toBe(tokens(text).length);
      }),
      { numRuns: 3_000 },
    );
    const endless = `${'آ'.repeat(10_001)} ${'1.'.repeat(200)}`;
    expect(countWords(endless)).toBe(tokens(endless).length);
  });

  it('cuts a word without end into tokens that still rebuild it', () => {
    const text = 'آ'.repeat(16_000_000);
    expect(pieces(text).reduce((length, piece) => length + piece.text.length, 0)).toBe(text.length);
  });
});
