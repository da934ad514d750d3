import { COMBINING, DROPPED, EXPANDED, foldCharacter, foldTable, SPACE, SURROGATE } from './fold-table.ts';
import { HAMZA_ON_YEH, seatOfHamza } from './hamza.ts';

/** How much a folded text forgets.
 *  - `fold`: how the same letters are typed: keyboards, presentation forms, vowel marks, tatweel, ZWNJ and other
 *    invisible characters, digits, kinds of space.
 *  - `search`: also hamza and madda, letter case and diacritics; punctuation is space, and a run of space is one.
 *  - `tight`: as `search`, without any space but one between two numbers. */
export type FoldLevel = 'fold' | 'search' | 'tight';

/** A folded text and the way back: its unit `i` stands for the raw range `[start[i], end[i])`.
 *  The ranges never go backwards; what was dropped belongs to none. */
export interface Folded {
  readonly text: string;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** `raw` as `level` sees it, with the way back to its offsets. Lone surrogates fold to themselves. */
export function fold(raw: string, level: FoldLevel): Folded {
  const letters = level === 'fold' ? 'fold' : 'search';
  const { units, expansions } = foldTable(letters);
  const target = new Target(raw.length, level);
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    const unit = units[code] as number;
    if (code === HAMZA_ON_YEH && letters === 'search') {
      target.put(seatOfHamza(target.word(), nextLetter(raw, at + 1, units)).charCodeAt(0), at, at + 1);
    } else if (unit >= 0) target.put(unit, at, at + 1);
    else if (unit === EXPANDED) target.putAll(expansions.get(code) ?? '', at, at + 1);
    else if (unit === COMBINING) target.combine(code, at);
    else if (unit === SURROGATE) {
      const char = String.fromCodePoint(raw.codePointAt(at) as number);
      target.putAll(foldCharacter(char, letters), at, at + char.length);
      at += char.length - 1;
    }
  }
  return target.folded();
}

/** Where keys are made; texts that are longer are rare. */
const key = new Uint16Array(4096);

/** The text of `fold` alone, for keys: without the way back, which costs most of the time. */
export function foldKey(raw: string, level: FoldLevel): string {
  if (raw.length > key.length) return fold(raw, level).text;
  const isSearch = level !== 'fold';
  const { units } = foldTable(isSearch ? 'search' : 'fold');
  let size = 0;
  let wordFrom = 0;
  let hasGap = false;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    let unit = units[code] as number;
    if (isSearch && code === HAMZA_ON_YEH) {
      const word = hasGap ? '' : String.fromCharCode(...key.subarray(Math.max(wordFrom, size - 2), size));
      unit = seatOfHamza(word, nextLetter(raw, at + 1, units)).charCodeAt(0);
    }
    if (unit === DROPPED) continue;
    // What is more than one unit for one is left to the long way.
    if (unit < 0) return fold(raw, level).text;
    if (isSearch && unit === SPACE) {
      hasGap = true;
      continue;
    }
    if (hasGap) {
      if (keepsGap(level, size === 0 ? -1 : (key[size - 1] as number), unit)) key[size++] = SPACE;
      hasGap = false;
      wordFrom = size;
    }
    key[size++] = unit;
  }
  return textOf(key, size);
}

/** The folded letter that follows at `at`, past what folding drops; what is dropped without end counts as an end. */
function nextLetter(raw: string, at: number, units: Int32Array): string {
  const furthest = Math.min(raw.length, at + 8);
  for (let next = at; next < furthest; next++) {
    const unit = units[raw.charCodeAt(next)] as number;
    if (unit !== DROPPED) return unit >= 0 ? String.fromCharCode(unit) : '';
  }
  return '';
}

/** Collects folded units with their raw ranges. */
class Target {
  private units: Uint16Array;
  private start: Int32Array;
  private end: Int32Array;
  private size = 0;
  /** The space that stands before the next unit; -1 when there is none. */
  private gapFrom = -1;
  private gapTo = -1;
  private wordFrom = 0;
  private readonly level: FoldLevel;

  constructor(capacity: number, level: FoldLevel) {
    this.units = new Uint16Array(capacity);
    this.start = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
    this.level = level;
  }

  put(unit: number, from: number, to: number): void {
    if (this.level !== 'fold') {
      if (unit === SPACE) {
        if (this.gapFrom < 0) this.gapFrom = from;
        this.gapTo = to;
        return;
      }
      if (this.gapFrom >= 0) this.closeGap(unit);
    }
    this.append(unit, from, to);
  }

  putAll(text: string, from: number, to: number): void {
    for (let i = 0; i < text.length; i++) this.put(text.charCodeAt(i), from, to);
  }

  /** A mark that may make one letter with the one before it: hamza, madda, Latin accents. */
  combine(mark: number, at: number): void {
    const base = this.size === 0 ? '' : String.fromCharCode(this.units[this.size - 1] as number);
    const composed = `${base === 'ی' ? 'ي' : base}${String.fromCharCode(mark)}`.normalize('NFC');
    if (base !== '' && composed.length === 1) {
      this.units[this.size - 1] = composed.charCodeAt(0);
      this.end[this.size - 1] = at + 1;
    } else if (mark < 0x0600) {
      this.append(mark, at, at + 1);
    }
  }

  /** The last two letters of the word that is being written: fewer at its beginning. */
  word(): string {
    if (this.gapFrom >= 0) return '';
    return String.fromCharCode(...this.units.subarray(Math.max(this.wordFrom, this.size - 2), this.size));
  }

  folded(): Folded {
    const { size } = this;
    return { text: textOf(this.units, size), start: this.start.subarray(0, size), end: this.end.subarray(0, size) };
  }

  private closeGap(next: number): void {
    const last = this.size === 0 ? -1 : (this.units[this.size - 1] as number);
    if (keepsGap(this.level, last, next)) this.append(SPACE, this.gapFrom, this.gapTo);
    this.gapFrom = -1;
    this.wordFrom = this.size;
  }

  private append(unit: number, from: number, to: number): void {
    if (this.size === this.units.length) this.grow();
    this.units[this.size] = unit;
    this.start[this.size] = from;
    this.end[this.size] = to;
    this.size += 1;
  }

  /** Ligatures unfold to more than they were. */
  private grow(): void {
    const capacity = this.units.length * 2 + 32;
    const wider = <A extends Uint16Array | Int32Array>(old: A, made: A) => {
      made.set(old);
      return made;
    };
    this.units = wider(this.units, new Uint16Array(capacity));
    this.start = wider(this.start, new Int32Array(capacity));
    this.end = wider(this.end, new Int32Array(capacity));
  }
}

/** Whether the space between two units stays; `last` is -1 at the beginning. */
function keepsGap(level: FoldLevel, last: number, next: number): boolean {
  return level === 'search' ? last >= 0 : isDigit(last) && isDigit(next);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Typed arrays become strings by parts: the whole would be too many arguments for one call. */
function textOf(units: Uint16Array, size: number): string {
  let text = '';
  for (let from = 0; from < size; from += 4096) {
    text += Reflect.apply(String.fromCharCode, null, units.subarray(from, Math.min(from + 4096, size)));
  }
  return text;
}
