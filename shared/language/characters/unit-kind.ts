/** What a UTF-16 unit is, in bits: a letter (`\p{L}`), a number (`\p{N}`) and of these a decimal digit (`\p{Nd}`), a mark (`\p{M}`), a
 *  format character (`\p{Cf}`), or half of a character. */
export const LETTER = 1;
export const NUMBER = 2;
export const DIGIT = 4;
export const MARK = 8;
export const FORMAT = 16;
export const HALF = 32;

const KNOWN = 128;

/** Each is found out when it is first asked for: a text has some hundred of them. */
const kinds = new Uint8Array(0x10000);

/** The bits of a unit, for a look-up a unit in place of a pattern; none of the `NaN` that stands behind the end of a text. */
export function unitKind(unit: number): number {
  if (Number.isNaN(unit)) return 0;
  const kind = kinds[unit] as number;
  if (kind !== 0) return kind;
  const found = KNOWN | (unit >= 0xd800 && unit <= 0xdfff ? HALF : kindOf(String.fromCharCode(unit)));
  kinds[unit] = found;
  return found;
}

function kindOf(char: string): number {
  if (/\p{L}/u.test(char)) return LETTER;
  if (/\p{Nd}/u.test(char)) return NUMBER | DIGIT;
  if (/\p{N}/u.test(char)) return NUMBER;
  if (/\p{M}/u.test(char)) return MARK;
  return /\p{Cf}/u.test(char) ? FORMAT : 0;
}
