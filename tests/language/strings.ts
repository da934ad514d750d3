import fc from 'fast-check';

const letters = [...'ابپجیکهوأئآءروسمنيكة', 'گفت', 'وزیر', 'ما', 'Mr', 'a', 'B', 'é', 'said', 'minister'];
const marks = ['\u064e', '\u0654', '\u0640', '\u200c', '\u200d', '\u200f', '\u202b', '\u0301', '\ufeff', '\u00ad'];
const spaces = [' ', '  ', '\t', '\u00a0', '\u202f', '\u2028', '\u0085'];
const punctuation = ['.', '. ', '…', '...', '؟', '! ', '«', '»', '"', ':', ': ', '/', ' / ', '،', '؛', '(', ')', '-'];
const others = [
  '۱',
  '٢',
  '3',
  '۳.۵',
  '😀',
  '👨‍👩‍👧',
  '🇮🇷',
  '\u0600',
  '\ud800',
  '\udc00',
  '\u0000',
  '𝐀',
  'ﻻ',
  'ﷺ',
  '가',
];
const lineEnds = ['\n', '\r\n', '\r', '\u2029'];

/** Texts as bad as they come: every kind of character that any rule looks at, in any order. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...letters) },
      { weight: 2, arbitrary: fc.constantFrom(...marks) },
      { weight: 3, arbitrary: fc.constantFrom(...spaces) },
      { weight: 4, arbitrary: fc.constantFrom(...punctuation) },
      { weight: 1, arbitrary: fc.constantFrom(...others) },
      { weight: 1, arbitrary: fc.constantFrom(...lineEnds) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** Offsets of `text` that cut no grapheme. */
export function graphemeBoundaries(text: string): ReadonlySet<number> {
  const segments = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text);
  return new Set([...Array.from(segments, ({ index }) => index), text.length]);
}
