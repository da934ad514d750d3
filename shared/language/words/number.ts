/** The whole number that `text` writes in Latin, Persian or Arabic digits; `null` for anything else. */
export function readNumber(text: string): number | null {
  const digits = Array.from(text.trim(), (character) => {
    const code = character.codePointAt(0) ?? 0;
    const value = [0x30, 0x660, 0x6f0].map((zero) => code - zero).find((digit) => digit >= 0 && digit <= 9);
    return value ?? Number.NaN;
  });
  if (digits.length === 0 || digits.length > 15 || digits.some(Number.isNaN)) return null;
  return digits.reduce((number, digit) => number * 10 + digit, 0);
}
