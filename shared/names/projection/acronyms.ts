import { nameKey } from '../entity/name.ts';
import type { NamedText } from '../entity/name-index.ts';
import type { Place } from './place.ts';

/** How sure an acronym is that Persian spells out letter by letter, or writes in Latin letters. */
const SPELT = 0.95;

/** How Persian calls the letters of English. */
const letters: Readonly<Record<string, string>> = {
  A: 'ای|ا',
  B: 'بی',
  C: 'سی',
  D: 'دی',
  E: 'ای|یی',
  F: 'اف',
  G: 'جی',
  H: 'اچ|ایچ',
  I: 'ای',
  J: 'جی',
  K: 'کی|کا|ک',
  L: 'ال',
  M: 'ام',
  N: 'ان',
  O: 'او',
  P: 'پی|پ',
  Q: 'کیو',
  R: 'ار',
  S: 'اس',
  T: 'تی',
  U: 'یو',
  V: 'وی',
  W: 'دبلیو|دابلیو',
  X: 'ایکس|اکس',
  Y: 'وای',
  Z: 'زد|زی',
};

/** Where an acronym of `target` is what the Persian `surface` spells, as «سی‌ان‌ان», or writes itself. */
export function acronymPlaces(surface: string, { text, words }: NamedText): readonly Place[] {
  const spelt = nameKey(surface);
  return words.flatMap(({ from, to }) => {
    const raw = text.slice(from, to);
    if (!/^\p{Lu}{2,6}$/u.test(raw)) return [];
    const isSame = nameKey(raw) === spelt || spelling(raw).test(spelt);
    return isSame ? [{ from, to, score: SPELT, reason: 'acronym' } as const] : [];
  });
}

function spelling(acronym: string): RegExp {
  return new RegExp(`^${Array.from(acronym, (letter) => `(?:${letters[letter] ?? '(?!)'})`).join('')}$`, 'u');
}
