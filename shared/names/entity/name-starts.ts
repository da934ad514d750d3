import { nameKey, wordKeys } from './name.ts';

/** Names are told apart by so many units that they begin with, and those that have no more by what they have. */
const SHORTEST = 2;
const LONGEST = 3;

/** Beginnings are told apart as well as so many characters do. All of them in UTF-8 are far below what an index takes. */
const CODES = 512;
const FIRST = 0x100;

/**
 * What the names begin with that may stand in `text`, one character for each beginning, in no order that says anything: a text
 * in which a name stands, in whatever spelling, has `nameStart` of it here. That it has it is no proof: beginnings share
 * characters.
 */
export function nameStarts(text: string): string {
  const keys = wordKeys(text);
  const seen = new Uint8Array(CODES);
  let found = '';
  for (let first = 0; first < keys.length; first++) {
    let hash = OFFSET;
    let length = 0;
    // Without spaces: the beginning of a name may take in the next words.
    for (let next = first; next < keys.length && length < LONGEST; next++) {
      const key = keys[next] ?? '';
      for (let at = 0; at < key.length && length < LONGEST; at++) {
        hash = mixed(hash, key.charCodeAt(at));
        length += 1;
        const code = cut(hash);
        if (length < SHORTEST || seen[code] === 1) continue;
        seen[code] = 1;
        found += String.fromCharCode(FIRST + code);
      }
    }
  }
  return found;
}

/** The character of `nameStarts` without which `name` stands in no text; `null` for a name too short to tell. */
export function nameStart(name: string): string | null {
  const solid = nameKey(name).replaceAll(' ', '');
  return solid.length < SHORTEST ? null : codeOf(solid.slice(0, LONGEST));
}

function codeOf(start: string): string {
  let hash = OFFSET;
  for (let at = 0; at < start.length; at++) hash = mixed(hash, start.charCodeAt(at));
  return String.fromCharCode(FIRST + cut(hash));
}

/** FNV-1a. */
const OFFSET = 0x811c9dc5;

function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193) >>> 0;
}

/** A hash, cut to one of the characters. */
function cut(hash: number): number {
  return ((hash ^ (hash >>> 16)) >>> 0) % CODES;
}
