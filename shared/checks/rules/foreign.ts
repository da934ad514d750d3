import { inTarget, type PairRule } from '../pair/rule.ts';

/** Letters, digits and marks of the Arabic script, with the spaces and ZWNJ between them; marks of quotation of Persian. */
const persian =
  /[\p{Script=Arabic}\u060c\u061b\u061f\u0660-\u066c\u06d4\u06f0-\u06f9](?:[\s\u200c\u200d]{0,3}[\p{Script=Arabic}\p{M}\u060c\u061b\u061f\u0660-\u066c\u06d4\u06f0-\u06f9]){0,999}|[«»]/gu;

const marks: Readonly<Record<string, string>> = {
  '،': ',',
  '؛': ';',
  '؟': '?',
  '۔': '.',
  '٪': '%',
  '«': '“',
  '»': '”',
  '٫': '.',
  '٬': ',',
};

/** Persian letters, digits or punctuation that were left in the English. Digits and punctuation can be replaced. */
export const foreign: PairRule = {
  severity: 'error',
  check: ({ target }) =>
    Array.from(target.matchAll(persian), ({ 0: found, index: from }) =>
      inTarget({ from, to: from + found.length }, { found }, english(found)),
    ),
};

function english(found: string): string | null {
  const written = Array.from(found, (char) => {
    const code = char.codePointAt(0) ?? 0;
    const zero = [0x6f0, 0x660].find((zero) => code >= zero && code < zero + 10);
    return zero === undefined ? marks[char] : String(code - zero);
  });
  return written.includes(undefined) ? null : written.join('');
}
