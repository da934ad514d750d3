import { type NameWord, nameKey, nameWords } from './name.ts';

/** Names are told apart by so many units that they begin with, and those that have no more by what they have. */
const LENGTHS = [2, 3] as const;

/** Beginnings are told apart as well as so many characters do. All of them in UTF-8 are far below what an index takes. */
const CODES = 512;
const FIRST = 0x100;

/**
 * What the names begin with that may stand in `text`, one character for each beginning, in no order that says anything: a text
 * in which a name stands, in whatever spelling, has `nameStart` of it here. That it has it is no proof: beginnings share
 * characters.
 */
export function nameStarts(text: string): string {
  const words = nameWords(text);
  const found = new Set<string>();
  for (const first of words.keys()) {
    const start = solidFrom(words, first);
    for (const length of LENGTHS) if (start.length >= length) found.add(codeOf(start.slice(0, length)));
  }
  return [...found].join('');
}

/** The character of `nameStarts` without which `name` stands in no text; `null` for a name too short to tell. */
export function nameStart(name: string): string | null {
  const solid = nameKey(name).replaceAll(' ', '');
  const length = LENGTHS.findLast((each) => each <= solid.length);
  return length === undefined ? null : codeOf(solid.slice(0, length));
}

/** What the words from `first` on begin with, without spaces. */
function solidFrom(words: readonly NameWord[], first: number): string {
  let solid = '';
  for (let next = first; next < words.length && solid.length < LENGTHS[1]; next++) solid += words[next]?.key ?? '';
  return solid;
}

/** FNV-1a, cut to one of the characters. */
function codeOf(start: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < start.length; at++) hash = Math.imul(hash ^ start.charCodeAt(at), 0x01000193) >>> 0;
  return String.fromCharCode(FIRST + (((hash ^ (hash >>> 16)) >>> 0) % CODES));
}
