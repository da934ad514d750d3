/** The value of a number as one spelling, whatever its digits, separators and zeros: `۱٬۲۰۰`, `1,200` and `1200` give `1200`;
 *  `۳٫۵۰` and `3.5` give `3.5`; `19th` gives `19`. `null` for what is no number. */
export function numberValue(word: string): string | null {
  const plain = Array.from(word, latinDigit).join('');
  const [, whole = '', part = ''] =
    /^(\d{1,3}(?:[,٬]\d{3})+|\d+)(?:[.٫](\d+))?(?:st|nd|rd|th|s|[’']s)?$/iu.exec(plain) ?? [];
  if (whole === '') return null;
  const trimmed = part.replace(/0+$/u, '');
  const integer = whole.replace(/[,٬]/gu, '').replace(/^0+(?=\d)/u, '');
  return trimmed === '' ? integer : `${integer}.${trimmed}`;
}

/** Signs of both languages for digits of one value. */
function latinDigit(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const zero = [0x6f0, 0x660].find((zero) => code >= zero && code < zero + 10);
  return zero === undefined ? char : String(code - zero);
}

/** Gregorian years in which a Solar Hijri year of the last century or this one lies; none for other numbers. */
export function gregorianYears(value: string): readonly string[] {
  const year = /^1[34]\d\d$/u.test(value) ? Number(value) : 0;
  return year >= 1300 && year <= 1450 ? [String(year + 621), String(year + 622)] : [];
}
