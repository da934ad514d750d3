import { foldKey } from '../../language/characters/fold.ts';
import { DROPPED, foldTable, SPACE } from '../../language/characters/fold-table.ts';
import { FORMAT, LETTER, MARK, NUMBER, unitKind } from '../../language/characters/unit-kind.ts';
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
 * characters. `key` is what the text folds to for search, where that is known.
 */
export function nameStarts(text: string, key = foldKey(text, 'search')): string {
  return plainStarts(text, key) ?? startsOfWords(wordKeys(text));
}

/** Of a text of which each unit is one of a word, or between words, or nothing, in one pass; `null` for another. */
function plainStarts(text: string, key: string): string | null {
  const { units } = foldTable('search');
  const found = new Beginnings();
  let at = 0;
  let isInWord = false;
  let hasBegun = false;
  for (let raw = 0; raw < text.length; raw++) {
    const code = text.charCodeAt(raw);
    const unit = units[code] as number;
    const kind = unitKind(code);
    if ((kind & (LETTER | NUMBER)) !== 0) {
      hasBegun &&= isInWord;
      isInWord = true;
    } else if ((kind & MARK) === 0 && code !== ZWNJ && code !== ZWJ) {
      if ((kind & FORMAT) !== 0) return null;
      isInWord = false;
    }
    if (unit === DROPPED) continue;
    if (unit === SPACE) {
      if (isInWord) return null;
      continue;
    }
    if (unit < 0 || !isInWord) return null;
    if (key.charCodeAt(at) === SPACE) at += 1;
    if (!hasBegun) found.add(key, at);
    hasBegun = true;
    at += 1;
  }
  return found.text;
}

const ZWNJ = 0x200c;
const ZWJ = 0x200d;

function startsOfWords(keys: readonly string[]): string {
  const found = new Beginnings();
  const key = keys.join('');
  let at = 0;
  for (const { length } of keys) {
    found.add(key, at);
    at += length;
  }
  return found.text;
}

/** In which collection a beginning was seen last: a table of its own for each text would take longer to make than to fill. */
const seenIn = new Float64Array(CODES);
let collections = 0;

/** Collects beginnings, each once; one collection after another. */
class Beginnings {
  text = '';
  private readonly number = ++collections;

  /** What begins at a place of a folded text. Without spaces: the beginning of a name may take in the next words. */
  add(key: string, from: number): void {
    let hash = OFFSET;
    for (let at = from, length = 0; at < key.length && length < LONGEST; at++) {
      const unit = key.charCodeAt(at);
      if (unit === SPACE) continue;
      hash = mixed(hash, unit);
      length += 1;
      const code = cut(hash);
      if (length < SHORTEST || seenIn[code] === this.number) continue;
      seenIn[code] = this.number;
      this.text += String.fromCharCode(FIRST + code);
    }
  }
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
