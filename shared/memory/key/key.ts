import type { Span } from '../../core/span.ts';
import { fold, foldKey } from '../../language/characters/fold.ts';

/** The words of a text as a memory compares them: folded for search, so that keyboards, ZWNJ, hamza, digit systems, letter case
 *  and punctuation do not tell two texts apart. */
export function memoryWords(text: string): readonly string[] {
  const key = foldKey(text, 'search');
  return key === '' ? [] : key.trim().split(' ');
}

/** Where the words of `memoryWords` stand in the text, in order. */
export function memoryWordPlaces(text: string): readonly Span[] {
  const folded = fold(text, 'search');
  return Array.from(folded.text.matchAll(/[^ ]+/g), ({ 0: word, index }) => ({
    from: folded.start[index] ?? 0,
    to: folded.end[index + word.length - 1] ?? 0,
  }));
}

/** One key for all texts that differ in no more than spacing, punctuation, the way they are typed, their numbers, and the names that
 *  stand at `names` (sorted, without overlap, UTF-16). `''` for a text without letters and digits. */
export function likenessKey(text: string, names: readonly Span[] = []): string {
  return (names.length === 0 ? foldKey(text, 'tight') : withoutNames(text, names)).replace(NUMBERS, '#');
}

const NUMBERS = /\d+(?: \d+)*/g;

/** A name is a letter of its own that no text has: folding drops it from a text (private use), so it is put in afterwards. */
const NAME = '\ue000';

function withoutNames(text: string, names: readonly Span[]): string {
  const folded = fold(text, 'tight');
  let key = '';
  let at = 0;
  for (const { from, to } of names) {
    const [start, end] = [firstAt(folded.start, from), firstAt(folded.start, to)];
    if (start < at || start === end) continue;
    key += folded.text.slice(at, start) + NAME;
    at = end;
  }
  return key + folded.text.slice(at);
}

/** The first place of ascending `starts` that is not below `offset`. */
function firstAt(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Bits of a hash: with the number of a unit beside it, it still is an exact number. */
const HASH_BITS = 28;

/** A hash of a key, below 2^28 (FNV-1a by UTF-16 units, folded to 28 bits). Who finds a unit by it compares the keys. */
export function keyHash(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return ((hash >>> HASH_BITS) ^ hash) & ((1 << HASH_BITS) - 1);
}
