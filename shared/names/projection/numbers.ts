import type { NamedText } from '../entity/name-index.ts';
import type { Place } from './place.ts';

/** A number alone, several of them, and a number with its one word: `Resolution 2231`. */
const scores = { number: 0.95, word: 0.85 };

/** Where the numbers of `surface` stand in `target`: for a mention that is nothing else (۱۴۰۱, ۵+۱), and for a number with
 *  one word, which has its word in the rendering too («قطعنامه ۲۲۳۱»). */
export function numberPlaces(surface: string, { text }: NamedText): readonly Place[] {
  const numbers = numbersOf(surface).join(' ');
  const words = surface.match(/\p{L}[\p{L}\p{M}\u200c]*/gu) ?? [];
  if (numbers === '' || words.length > 1) return [];
  if (words.length === 0) return placesOf(text, /[\p{L}\p{N}](?:\S*[\p{L}\p{N}%])?/gu, numbers, scores.number);
  return placesOf(text, /\p{Lu}[\p{L}\p{M}]*\s\p{N}+(?![\p{L}\p{M}\p{N}]|[.,]\p{N})/gu, numbers, scores.word);
}

function placesOf(text: string, pattern: RegExp, numbers: string, score: number): readonly Place[] {
  return Array.from(text.matchAll(pattern), ({ 0: raw, index: from }) => ({ raw, from, to: from + raw.length }))
    .filter(({ raw }) => numbersOf(raw).join(' ') === numbers)
    .map(({ from, to }) => ({ from, to, score, reason: 'number' }));
}

/** The numbers of a text in Latin digits, without leading zeros and separators of thousands. */
function numbersOf(text: string): readonly string[] {
  const grouped = text.replace(/(?<=\p{Nd})[,٬](?=\p{Nd}{3}(?!\p{Nd}))/gu, '').replaceAll('٫', '.');
  return Array.from(grouped.matchAll(/\p{Nd}+(?:\.\p{Nd}+)?/gu), ([number]) =>
    Array.from(number, latinDigit)
      .join('')
      .replace(/^0+(?=\d)/, ''),
  );
}

function latinDigit(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const zero = [0x6f0, 0x660].find((zero) => code >= zero && code < zero + 10);
  return zero === undefined ? char : String(code - zero);
}
