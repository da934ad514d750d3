import fc from 'fast-check';
import { letterForms, letterVariants } from '../../shared/language/characters/letters.ts';

/** A text typed another way, and where each of its characters went. */
export interface Respelt {
  readonly text: string;
  /** Where the spelling of unit `i` begins, and where it ends with all that was typed on or after it. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const afterLetter = ['', '', '', '\u0640', '\u064e', '\u0651', '\u200d', '\u0640\u0640'];
const insideWord = [...afterLetter, '\u200c'];
const insideName = [' ', ' ', '\u00a0', '\u202f', '\u200c', '', '  '];
const isLetter = (char: string | undefined) => char !== undefined && /\p{L}/u.test(char);

/** `text` as others would type it: Arabic ي and ك, hamza left out, tatweel, vowel marks, ZWNJ and ZWJ inside words, other
 *  digits; and within `name` other spaces or none. */
export function respelt(text: string, name: { readonly from: number; readonly to: number }): fc.Arbitrary<Respelt> {
  const typed = Array.from(text, (char, at) => {
    if (char === ' ') return fc.constantFrom(...(at > name.from && at < name.to ? insideName : [' ', '\u00a0']));
    const marks = isLetter(text[at + 1]) ? insideWord : afterLetter;
    const marked = isLetter(char) ? fc.constantFrom(...marks) : fc.constant('');
    return fc.tuple(fc.constantFrom(...spellings(char)), marked).map(([letter, mark]) => letter + mark);
  });
  return fc.tuple(...typed).map((parts) => {
    const from: number[] = [];
    let end = 0;
    const to = parts.map((part) => {
      from.push(end);
      end += part.length;
      return end;
    });
    return { text: parts.join(''), from, to };
  });
}

function spellings(char: string): readonly string[] {
  const bare = { آ: 'ا', أ: 'ا', ئ: 'ی', ؤ: 'و' }[char];
  const other = [...(letterForms[char] ?? ''), ...(char === 'ه' ? ['ة'] : (letterVariants[char] ?? ''))];
  const digit = /[0-9]/.test(char)
    ? [String.fromCharCode(0x06f0 + Number(char)), String.fromCharCode(0x0660 + Number(char))]
    : [];
  return [char, char, ...(bare ? [bare] : []), ...other, ...digit];
}
