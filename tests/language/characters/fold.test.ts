import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FoldLevel, fold, foldKey } from '../../../shared/language/characters/fold.ts';
import { anyText } from '../strings.ts';

const levels: readonly FoldLevel[] = ['fold', 'search', 'tight'];

/** Spellings of one word, given as they are typed. */
const sameWord: readonly (readonly string[])[] = [
  ['همکاری‌های', 'همکاریهای', 'همکاری های', 'همكاري‌هاي', 'هـمـکـاریهای', 'همکاری\u00a0های', 'هَمکاری‌های'],
  ['می‌کنیم', 'میکنیم', 'می کنیم', 'مي‌كنيم'],
  ['تأکید', 'تاکید', 'تا\u0654کید', 'تأكيد'],
  ['خانهٔ', 'خانۀ', 'خانه', 'خانة', 'خانه\u200cٔ'],
  ['اولاً', 'اولا', 'اوّلاً'],
  ['۱۴۰۱', '١٤٠١', '1401'],
  ['سلام', 'سﻼم', 'ﺳﻼﻡ'],
  ['رؤسای', 'روسای', 'رو\u0654سای'],
  ['مسائل', 'مسایل', 'مسايل'],
  ['آمریکا', 'امریکا', 'ا\u0653مریکا', 'آمريكا'],
  ['وزیر خارجه', 'وزیرخارجه', 'وزیر‌خارجه', 'وزیر\u202fخارجه'],
  ['جزء', 'جز', 'جزء\u200f'],
  ['IAEA', 'iaea', 'ＩＡＥＡ', 'I\u00adAEA'],
  ['Élysée', 'elysee', 'E\u0301lyse\u0301e', 'ELYSÉE'],
];

describe('folding', () => {
  it('gives as a key the text that it gives with the way back', () => {
    const piece = fc.constantFrom(
      'مس',
      'ئ',
      'و',
      'ل',
      'ت',
      '\u200c',
      ' ',
      '  ',
      '1',
      '۲',
      '،',
      'ﻼ',
      '\u0654',
      'É',
      '😀',
      '\ud83d',
    );
    const mixed = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
    for (const level of levels) {
      fc.assert(fc.property(fc.oneof(anyText, mixed), (raw) => foldKey(raw, level) === fold(raw, level).text));
      expect(foldKey('ئول '.repeat(3000), level)).toBe(fold('ئول '.repeat(3000), level).text);
    }
  });

  it.each(sameWord)('makes one of the spellings of %s', (...spellings) => {
    expect(new Set(spellings.map((spelling) => foldKey(spelling, 'tight'))).size).toBe(1);
  });

  it('keeps apart at level fold what only search may mix up', () => {
    expect(foldKey('همكاري‌هاي', 'fold')).toBe('همکاریهای');
    expect(foldKey('تأکید', 'fold')).not.toBe(foldKey('تاکید', 'fold'));
    expect(foldKey('آن', 'fold')).not.toBe(foldKey('ان', 'fold'));
    expect(foldKey('خانة', 'fold')).not.toBe(foldKey('خانه', 'fold'));
    expect(foldKey('Iran', 'fold')).not.toBe(foldKey('iran', 'fold'));
    expect(foldKey('می کنیم', 'fold')).not.toBe(foldKey('میکنیم', 'fold'));
  });

  it('makes one letter of a base and its combining mark', () => {
    expect(foldKey('تا\u0654کید', 'fold')).toBe(foldKey('تأکید', 'fold'));
    expect(foldKey('مسای\u0654ل', 'fold')).toBe(foldKey('مسائل', 'fold'));
    expect(foldKey('cafe\u0301', 'fold')).toBe('café');
    expect(fold('تا\u0654کید', 'fold').end[1]).toBe(3);
  });

  it('keeps punctuation at level fold, makes it space for search and drops it when tight', () => {
    expect(foldKey('«ما، شما»', 'fold')).toBe('«ما، شما»');
    expect(foldKey('  «ما، شما» ', 'search')).toBe('ما شما');
    expect(foldKey('«ما، شما»', 'tight')).toBe('ماشما');
  });

  it('never makes one number of two', () => {
    expect(foldKey('۱۲:۳۰', 'tight')).toBe('12 30');
    expect(foldKey('۳٫۵ و ۲', 'tight')).toBe('3 5و2');
    expect(foldKey('۱٬۲۰۰', 'tight')).toBe('1200');
  });

  it('takes the zero-width space for a space', () => {
    expect(foldKey('ما\u200bدر', 'search')).toBe('ما در');
  });

  it('unfolds ligatures, each unit from the whole of them', () => {
    const { text, start, end } = fold('سﻼم', 'fold');
    expect(text).toBe('سلام');
    expect([...start]).toEqual([0, 1, 1, 2]);
    expect([...end]).toEqual([1, 2, 2, 3]);
  });

  it('leaves lone surrogates and unknown characters as they are', () => {
    expect(foldKey('\ud800ا\udc00', 'fold')).toBe('\ud800ا\udc00');
    expect(foldKey('漢字', 'tight')).toBe('漢字');
  });

  it.each(levels)('folds what is folded no further at level %s', (level) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldKey(text, level);
        expect(foldKey(once, level)).toBe(once);
      }),
    );
  });

  it.each(levels)('leads each unit back to a raw range at level %s: in bounds, not empty, never backwards', (level) => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text, start, end } = fold(raw, level);
        expect([start.length, end.length]).toEqual([text.length, text.length]);
        for (let i = 0; i < text.length; i++) {
          const [from, to] = [start[i] as number, end[i] as number];
          expect(from).toBeLessThan(to);
          expect(to).toBeLessThanOrEqual(raw.length);
          expect(from).toBeGreaterThanOrEqual(start[i - 1] ?? 0);
          expect(from === start[i - 1] || from >= (end[i - 1] ?? 0)).toBe(true);
        }
      }),
    );
  });

  it.each(levels)('gives, from the raw range of a letter, that letter again at level %s', (level) => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text, start, end } = fold(raw, level);
        for (let i = 0; i < text.length; i++) {
          if (text[i] !== ' ') expect(foldKey(raw.slice(start[i], end[i]), level)).toContain(text[i]);
        }
      }),
    );
  });
});
