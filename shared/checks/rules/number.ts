import type { Quantity } from '../../language/words/quantity.ts';
import { comparedNumbers } from '../numbers/compared-numbers.ts';
import { inTarget, lacking, type PairRule } from '../pair/rule.ts';

/** A number of one side that the other has not. Where exactly one of each side is left over, both are told together, and the digits of
 *  the English can be set right. */
export const number: PairRule = {
  severity: 'error',
  check(pair) {
    const { lost, added } = comparedNumbers(pair);
    const told = (quantity: Quantity, text: string) => text.slice(quantity.from, quantity.to);
    const [wanted, found] = [lost[0], added[0]];
    if (lost.length === 1 && added.length === 1 && wanted && found) {
      const there = told(found, pair.target);
      const fix = /^[0-9][0-9.,]*$/.test(there) ? english(wanted.value, there) : null;
      return [inTarget(found, { kind: 'other', wanted: told(wanted, pair.source), found: there }, fix)];
    }
    return [
      ...added.map((each) => inTarget(each, { kind: 'added', found: told(each, pair.target) })),
      ...lost.map((each) => lacking(each, { kind: 'lost', wanted: told(each, pair.source) })),
    ];
  },
};

/** A value as English writes it, its thousands parted where they were, or where it is long. */
function english(value: number, there: string): string {
  const useGrouping = there.includes(',') || value >= 10_000;
  return value.toLocaleString('en-US', { useGrouping, maximumFractionDigits: 12 });
}
