import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../shared/language/words/number.ts';

describe('reading a number', () => {
  it('reads what was written in Latin, Persian or Arabic digits', () => {
    for (const zero of [0x30, 0x660, 0x6f0]) {
      fc.assert(
        fc.property(fc.nat({ max: 1e9 }), (number) => {
          const text = String(number).replace(/[0-9]/g, (digit) => String.fromCharCode(zero + Number(digit)));
          expect(readNumber(` ${text} `)).toBe(number);
        }),
      );
    }
  });

  it('takes nothing else for a number', () => {
    for (const text of ['', ' ', '-1', '1.5', '۱٫۵', 'ده', '1e3', '1234567890123456'])
      expect(readNumber(text)).toBeNull();
  });
});
