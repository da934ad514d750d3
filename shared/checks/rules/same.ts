import { foldKey } from '../../language/characters/fold.ts';
import { inTarget, type PairRule } from '../pair/rule.ts';

/** The Persian as its own English. A text without Persian letters may stay as it is. */
export const same: PairRule = {
  severity: 'error',
  check: ({ source, target }) =>
    /\p{Script=Arabic}/u.test(target) && tight(source) === tight(target)
      ? [inTarget({ from: 0, to: target.length }, {})]
      : [],
};

function tight(text: string): string {
  return foldKey(text, 'tight');
}
