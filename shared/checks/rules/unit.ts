import { comparedNumbers } from '../numbers/compared-numbers.ts';
import { inTarget, type PairRule } from '../pair/rule.ts';

/** An amount that is told in another unit of measure: a conversion to look at, and no fault. */
export const unit: PairRule = {
  severity: 'hint',
  check: (pair) =>
    comparedNumbers(pair).conversions.map(({ source, target }) =>
      inTarget(target, {
        wanted: withUnit(pair.source, source.from, source.to),
        found: withUnit(pair.target, target.from, target.to),
      }),
    ),
};

function withUnit(text: string, from: number, to: number): string {
  const word = /^[\s\u200c-]{0,2}[\p{L}°″]{1,20}/u.exec(text.slice(to, to + 22))?.[0] ?? '';
  return text.slice(from, to) + word;
}
