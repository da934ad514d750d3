import { letterForms, letterVariants } from './letters.ts';

/** What a table entry below zero asks for; an entry from zero on is the folded unit itself. */
export const DROPPED = -1;
export const EXPANDED = -2;
export const COMBINING = -3;
export const SURROGATE = -4;

export const SPACE = 0x20;

/** How each UTF-16 unit folds, for a look-up a unit. */
export interface FoldTable {
  readonly units: Int32Array;
  /** What `EXPANDED` units fold to. */
  readonly expansions: ReadonlyMap<number, string>;
}

const invisible = /[\p{Default_Ignorable_Code_Point}\u0640]/u;
const arabicMark =
  /[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u08ff]/u;
const combiningMark = /[\u0300-\u036f\u0653-\u0655]/u;
const inheritedMark = /(?=\p{M})\p{Script=Inherited}/u;
/** The zero-width space is invisible, but it parts words. */
const whiteSpace = /[\p{White_Space}\u200b]/u;
const separator = /[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}]/u;
const cased = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** Where the compatibility forms of letters begin: ligatures, Arabic presentation forms, full-width and mathematical. */
const COMPATIBILITY = 0xfb00;

const forms = reversed(letterForms);
const variants = reversed(letterVariants);

/** What one character folds to by itself: nothing, a space, or other characters. */
export function foldCharacter(char: string, level: 'fold' | 'search'): string {
  if (whiteSpace.test(char)) return ' ';
  if (invisible.test(char) || arabicMark.test(char)) return '';
  const compatible = compatibilityForm(char);
  if (compatible !== char) return Array.from(compatible, (part) => foldCharacter(part, level)).join('');
  const letter = forms.get(char) ?? digit(char) ?? char;
  return level === 'fold' ? letter : searchForm(letter);
}

function searchForm(char: string): string {
  if (char === 'ء' || char === '٬' || inheritedMark.test(char)) return '';
  if (separator.test(char)) return ' ';
  if (cased.test(char)) return char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return variants.get(char) ?? char;
}

/** Isolated marks are compatible with a space and the mark; the space is no part of the text. */
function compatibilityForm(char: string): string {
  if ((char.codePointAt(0) as number) < COMPATIBILITY) return char;
  return char.normalize('NFKC').replace(/^ (?=\p{M})/u, '');
}

function digit(char: string): string | null {
  const code = char.charCodeAt(0);
  if (code >= 0x06f0 && code <= 0x06f9) return String(code - 0x06f0);
  if (code >= 0x0660 && code <= 0x0669) return String(code - 0x0660);
  return null;
}

function reversed(groups: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(groups).flatMap(([base, all]) => Array.from(all, (letter) => [letter, base])));
}

const tables = new Map<'fold' | 'search', FoldTable>();

/** The table of a level, made at first use. */
export function foldTable(level: 'fold' | 'search'): FoldTable {
  const made = tables.get(level) ?? makeTable(level);
  tables.set(level, made);
  return made;
}

function makeTable(level: 'fold' | 'search'): FoldTable {
  const units = new Int32Array(0x10000);
  const expansions = new Map<number, string>();
  for (let unit = 0; unit < units.length; unit++) {
    units[unit] = entry(unit, level, expansions);
  }
  return { units, expansions };
}

function entry(unit: number, level: 'fold' | 'search', expansions: Map<number, string>): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  if (isUnfoldable(unit)) return unit;
  const char = String.fromCharCode(unit);
  if (level === 'fold' && combiningMark.test(char)) return COMBINING;
  const folded = foldCharacter(char, level);
  if (folded === '') return DROPPED;
  if (folded.length === 1) return folded.charCodeAt(0);
  expansions.set(unit, folded);
  return EXPANDED;
}

/** Ideographs, Hangul and private use: two thirds of all units, and nothing of them folds. */
function isUnfoldable(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0xe000 && unit <= 0xf8ff);
}
