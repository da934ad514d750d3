import type { LengthBand } from '../pair/length-band.ts';
import { lengthRatio } from '../pair/length-ratio.ts';
import type { PairRule } from '../pair/rule.ts';

/** English that is much shorter or longer than the Persian mostly is in this project. */
export function lengthWithin(band: LengthBand): PairRule {
  return {
    severity: 'hint',
    check(pair) {
      const ratio = lengthRatio(pair);
      if (pair.target.trim() === '' || (ratio >= band.least && ratio <= band.most)) return [];
      const kind = ratio < band.least ? 'short' : 'long';
      return [
        { side: 'target', from: 0, to: pair.target.length, values: { kind }, fix: null, isLack: kind === 'short' },
      ];
    },
  };
}
