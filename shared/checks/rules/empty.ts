import { isBlank } from '../../language/characters/blank.ts';
import type { PairRule } from '../pair/rule.ts';

/** A Persian text without English. */
export const empty: PairRule = {
  severity: 'error',
  check: ({ source, target }) =>
    isBlank(target) && !isBlank(source)
      ? [{ side: 'target', from: 0, to: target.length, values: {}, fix: null, isLack: true }]
      : [],
};
