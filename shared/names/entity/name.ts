import type { Span } from '../../core/span.ts';
import { fold } from '../../language/characters/fold.ts';
import { graphemes } from '../../language/characters/grapheme.ts';

/** A word of a text or a name; `key` is what it folds to. */
export interface NameWord extends Span {
  readonly key: string;
}

/** Letters, digits and what is written on or between them; invisible characters inside a word part nothing, but for the
 *  zero-width space. */
const word =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*(?:(?:(?!\u200b)\p{Cf})+[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c\u200d]*)*/gu;

/** The keys of the words of `text`, as `nameWords` has them, quicker. */
export function wordKeys(text: string): readonly string[] {
  const folded = fold(text, 'tight');
  const keys: string[] = [];
  let unit = 0;
  word.lastIndex = 0;
  for (let found = word.exec(text); found !== null; found = word.exec(text)) {
    while (unit < folded.text.length && (folded.start[unit] as number) < found.index) unit += 1;
    const first = unit;
    while (unit < folded.text.length && (folded.start[unit] as number) < word.lastIndex) unit += 1;
    keys.push(folded.text.slice(first, unit));
  }
  return keys;
}

/** The words of `text`, in order. No apostrophe, hyphen or full stop is part of one, so that «Ukraine’s» begins with a
 *  name. Their ranges cut no grapheme. */
export function nameWords(text: string): readonly NameWord[] {
  const folded = fold(text, 'tight');
  const { floor, ceil } = graphemes(text);
  let unit = 0;
  const firstFrom = (at: number) => {
    while (unit < folded.text.length && (folded.start[unit] ?? 0) < at) unit += 1;
    return unit;
  };
  return Array.from(text.matchAll(word), ({ 0: raw, index: from }) => {
    const to = from + raw.length;
    return { from: floor(from), to: ceil(to), key: folded.text.slice(firstFrom(from), firstFrom(to)) };
  });
}

/** The words of each of `names`, with offsets in that name: as `nameWords`, but quick for many of them. */
export function wordsOfEach(names: readonly string[]): readonly (readonly NameWord[])[] {
  const words = nameWords(names.join(' '));
  let start = 0;
  let next = 0;
  return names.map((name) => {
    const own: NameWord[] = [];
    for (let word = words[next]; word !== undefined && word.from < start + name.length; word = words[++next]) {
      own.push({ from: word.from - start, to: word.to - start, key: word.key });
    }
    start += name.length + 1;
    return own;
  });
}

/** What words side by side fold to: one key for every spelling of a name, solid or with spaces, ZWNJ or hyphens. */
export function joinedKey(words: readonly NameWord[]): string {
  return words.reduce((key, { key: next }) => appended(key, next), '');
}

/** The key of a name; `''` for a name without a letter or a digit. */
export function nameKey(name: string): string {
  return joinedKey(nameWords(name));
}

/** The key of some words and of the next one; two numbers side by side stay two. */
export function appended(key: string, next: string): string {
  return isDigit(key.charCodeAt(key.length - 1)) && isDigit(next.charCodeAt(0)) ? `${key} ${next}` : key + next;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** True when `raw` may stand for `name` by its capitals: it has one wherever the name has, so that «us» is no «US». A name
 *  of several words may be written in any case, as in headlines and within sentences, unless it is all capitals. */
export function hasCapitalsOf(raw: string, name: string): boolean {
  const letters = lettersOf(name);
  const written = lettersOf(raw);
  const same =
    letters.length === written.length && letters.every((each, at) => !isCapital(each) || isCapital(written[at]));
  return same || (nameWords(name).length > 1 && !letters.every(isCapital));
}

function lettersOf(text: string): readonly string[] {
  return text.match(/\p{L}/gu) ?? [];
}

function isCapital(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{Lu}\p{Lt}]/u.test(letter);
}
