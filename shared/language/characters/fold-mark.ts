import { foldKey } from './fold.ts';

/** Blocks of which texts here are made: Latin, Arabic and its presentation forms, punctuation with the marks that cannot be seen. */
const blocks = [
  [0x20, 0x24f],
  [0x600, 0x6ff],
  [0x750, 0x77f],
  [0x2000, 0x206f],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfeff],
] as const;

/** Tells one folding from another: a hash (FNV-1a, 32 bits) of what `foldKey` makes, for search, of every character of those blocks inside a
 *  word and at its end. What is stored under another mark was folded in another way. */
export function foldMark(): string {
  let text = '';
  for (const [first, last] of blocks) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCharCode(code);
      text += `ا${character}ب ا${character}\n`;
    }
  }
  let hash = 0x811c9dc5;
  for (const unit of foldKey(text, 'search')) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
