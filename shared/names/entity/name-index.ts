import type { Span } from '../../core/span.ts';
import { appended, joinedKey, type NameWord, nameKey, nameWords, wordsOfEach } from './name.ts';

/** A text made ready for several indexes. */
export interface NamedText {
  readonly text: string;
  readonly words: readonly NameWord[];
}

/** A place where a name of an index stands; `words` are the places of its first word and of the one after its last. */
export interface NameHit<T> extends Span {
  readonly words: readonly [first: number, end: number];
  readonly found: readonly T[];
}

/** Names by what they fold to, for looking all of them up in a text at once. */
export interface NameIndex<T> {
  readonly isEmpty: boolean;
  /** What has that name, in any spelling. */
  named(name: string): readonly T[];
  /** All places of `text` where a name begins and ends at whole words, whatever its spelling; they may overlap. No name
   *  reaches over the end of a sentence, a bracket or a line, nor over a comma or full stop that it does not have. */
  in(text: NamedText): readonly NameHit<T>[];
}

/** `text` made ready for `NameIndex.in`. */
export function namedText(text: string): NamedText {
  return { text, words: nameWords(text) };
}

interface Listed<T> {
  readonly value: T;
  /** The commas and full stops of the name. */
  readonly stops: string;
}

/** How many units of a key tell how long the names that begin so may be. */
const HEAD = 3;

/** An index of `values` by the name that `nameOf` gives. A name without a letter or a digit is in no text. */
export function nameIndex<T>(values: readonly T[], nameOf: (value: T) => string): NameIndex<T> {
  const listed = new Map<string, Listed<T>[]>();
  const reach = new Map<string, number>();
  const names = values.map(nameOf);
  wordsOfEach(names).forEach((words, at) => {
    const key = joinedKey(words);
    if (key === '') return;
    const entry = { value: values[at] as T, stops: stopsOf(names[at] ?? '', words) };
    const same = listed.get(key);
    if (same) same.push(entry);
    else listed.set(key, [entry]);
    const head = key.slice(0, HEAD);
    reach.set(head, Math.max(reach.get(head) ?? 0, key.length));
  });

  return {
    isEmpty: listed.size === 0,
    named: (name) => (listed.get(nameKey(name)) ?? []).map(({ value }) => value),
    in({ text, words }) {
      const gaps = words.map(({ to }, at) => text.slice(to, words[at + 1]?.from ?? to));
      const hits: NameHit<T>[] = [];
      for (let first = 0; first < words.length; first++) {
        let key = '';
        let stops = '';
        let longest = Number.POSITIVE_INFINITY;
        for (let next = first; next < words.length; next++) {
          const { to, key: own } = words[next] as NameWord;
          key = appended(key, own);
          if (longest === Number.POSITIVE_INFINITY) longest = longestLike(key, reach);
          if (key.length > longest) break;
          const found = listed.get(key)?.filter((entry) => stops === '' || stops === entry.stops);
          if (found && found.length > 0) {
            const values = found.map(({ value }) => value);
            hits.push({ from: words[first]?.from ?? 0, to, words: [first, next + 1], found: values });
          }
          const gap = gaps[next] ?? '';
          if (gap === ' ') continue;
          if (parts.test(gap)) break;
          stops += stopsIn(gap, words[next]);
        }
      }
      return hits;
    },
  };
}

/** How long the names are that begin as `key` does; infinite while it is too short to tell. */
function longestLike(key: string, reach: ReadonlyMap<string, number>): number {
  if (key.length < HEAD) return Number.POSITIVE_INFINITY;
  const heads = Array.from({ length: HEAD }, (_, at) => reach.get(key.slice(0, at + 1)) ?? 0);
  return Math.max(...heads);
}

/** What parts names wherever it stands. */
const parts = /[\n\r\u2028\u2029?!؟؛;:«»“”"()[\]{}…]/u;

function stopsOf(name: string, words: readonly NameWord[]): string {
  if (!/[.,،۔]/u.test(name)) return '';
  return words.map(({ to }, at) => stopsIn(name.slice(to, words[at + 1]?.from ?? to), words[at])).join('');
}

/** The commas and full stops of a gap; the full stop after an initial is none. */
function stopsIn(gap: string, before: NameWord | undefined): string {
  const isInitial = before !== undefined && before.key.length === 1;
  return (gap.match(/[.,،۔]/gu) ?? [])
    .filter((stop) => !(isInitial && stop === '.'))
    .join('')
    .replaceAll('،', ',');
}
