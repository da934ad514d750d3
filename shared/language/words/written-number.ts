import { foldKey } from '../characters/fold.ts';
import type { NumberAtom } from './quantity.ts';

/** An hour; a decimal as Persian writes it, 3/5; groups of three digits with their separators, or digits; then a fraction. The bounds keep a hostile text from costing much. */
const run =
  /(?<![\p{Nd}:])\p{Nd}{1,2}:\p{Nd}{2}(?![\p{Nd}:])|(?<![\p{Nd}/.,])\p{Nd}{1,6}\/\p{Nd}{1,6}(?![\p{Nd}/])|\p{Nd}{1,3}(?:[,٬’،](?=\p{Nd}{3}(?!\p{Nd}))\p{Nd}{3}){1,10}(?:[.٫]\p{Nd}{1,20})?|(?<![\p{L}\p{N}])\.\p{Nd}{1,20}(?![.\p{Nd}])|\p{Nd}{1,40}(?:[.٫]\p{Nd}{1,20}(?![.٫]?\p{Nd}))?/gu;

/** The numbers of `text` in digits of any script, each as an atom. A point with three digits after it may part thousands; 5:30 is as 5.30,
 *  and may be its hours and its minutes; 9/11 is as 9.11, and may be both its numbers. */
export function writtenAtoms(text: string): readonly NumberAtom[] {
  return Array.from(text.matchAll(run), ({ 0: raw, index: from }) => {
    const [whole = '', fraction = ''] = raw.split(/[.٫:/]/u);
    const digits = latin(whole).replace(/\D/g, '');
    const decimals = latin(fraction);
    return {
      ...{ kind: 'digits' as const, from, to: from + raw.length, isLast: false, isVague: false },
      value: Number(decimals === '' ? digits : `${digits}.${decimals}`),
      also: /[:/]/.test(raw) ? parted(Number(digits), Number(decimals)) : thousands(digits, decimals),
      digits: digits + decimals,
    };
  });
}

/** Hours and minutes, hours with a part; a fraction. */
function parted(first: number, second: number): readonly number[] {
  return [first, second, first + second / 60];
}

function thousands(digits: string, decimals: string): readonly number[] {
  return decimals.length === 3 ? [Number(digits + decimals)] : [];
}

function latin(text: string): string {
  return /^[0-9]*$/.test(text) ? text : foldKey(text, 'fold');
}
