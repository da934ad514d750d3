import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameWords, wordKeys } from '../../../shared/names/entity/name.ts';
import { nameStart, nameStarts } from '../../../shared/names/entity/name-starts.ts';
import { repeatsOf } from '../../../shared/names/suggestion/repeats.ts';
import { anyText } from '../../language/strings.ts';

const piece = fc.constantFrom(
  ...'ابتکگیيكمقسزه',
  'US',
  'Ü',
  '۱',
  '2',
  ' ',
  ' ',
  '\u200c',
  '-',
  '.',
  '،',
  '؟',
  '\u0651',
  '\u00ad',
);
/** What is a word of its own kind, dropped, parts words without a space, or is more than one unit when it is folded. */
const odd = fc.constantFrom(
  ...'ءئأـ٬ﷺﻻ½٣',
  'مسئول',
  '\u0654',
  '\u0301',
  '\u06dd',
  '\u200b',
  '\u200d',
  '\u200e',
  '😀',
  '\ud800',
  '\ue000',
);
const texts = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));

describe('what names begin with', () => {
  it('is in every text in which the name stands, whatever its spelling', () => {
    let found = 0;
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), fc.constantFrom(' ', '\u200c', '', '  '), (text, first, length, space) => {
        const words = nameWords(text);
        if (words.length === 0) return;
        const from = first % words.length;
        const own = words.slice(from, from + 1 + (length % 3));
        const name = own.map((word) => text.slice(word.from, word.to)).join(space);
        const start = nameStart(name);
        if (repeatsOf(name, 'PER')(text, []).length === 0) return;
        found += 1;
        expect(start === null || nameStarts(text).includes(start)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    expect(found).toBeGreaterThan(500);
  });

  it('is told of a name of two letters and of a longer one, and not of one letter', () => {
    expect(nameStarts('به قم رفت')).toContain(nameStart('قم'));
    expect(nameStarts('ری‌شهر')).toContain(nameStart('ری شهر'));
    expect(nameStart('و')).toBeNull();
    expect(nameStart('…')).toBeNull();
  });

  it('is the same where it is told in one pass, of any text', () => {
    const slowly = (text: string) => {
      const solid = wordKeys(text).map((_, index, keys) => keys.slice(index).join('').replaceAll(' ', ''));
      return new Set(
        solid.flatMap((key) => [key.slice(0, 2), key.slice(0, 3)].flatMap((start) => nameStart(start) ?? [])),
      );
    };
    const any = fc.oneof(
      texts,
      anyText,
      fc.array(fc.oneof(piece, odd), { maxLength: 20 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(any, (raw) => {
        // A beginning that halves a character cannot be asked for.
        const text = raw.replace(/[\u{10000}-\u{10ffff}]/gu, '😀');
        expect(new Set(nameStarts(text))).toEqual(slowly(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it('is what the rows of documents that were stored before have', () => {
    expect(nameStarts('مشارکت روسیه و تمدن اسلامی در زمینه امنیت، ثبات')).toBe('ƆȩļƊĊưě˘ũĒŚʰŊƈ˿Ģɻˢ');
  });

  it('is not in most texts that have nothing of the name, and stays short in the longest', () => {
    const start = nameStart('تهران') ?? '';
    const words = ['وزیر', 'دیدار', 'کشور', 'امروز', 'همکاری', 'نشست', 'گفتگو', 'منطقه', 'دولت', 'مردم'];
    expect(words.filter((word) => nameStarts(word).includes(start))).toEqual([]);
    const letters = [...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'];
    const all = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c))).join(' ');
    expect(Buffer.byteLength(nameStarts(all))).toBeLessThan(2_000);
  });
});
