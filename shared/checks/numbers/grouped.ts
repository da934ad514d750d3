import type { Quantity } from '../../language/words/quantity.ts';
import type { TextPair } from '../pair/rule.ts';

/** Fewer digits are no telephone number. */
const LEAST = 5;

/** The numbers of both sides that are the same digits in other groups: 0800 123 456, ۰۸۰۰۱۲۳۴۵۶. */
export function groupedAlike(
  { source, target }: TextPair,
  persian: readonly Quantity[],
  english: readonly Quantity[],
): readonly Quantity[] {
  const groups = groupsOf(source, persian);
  const others = new Map(groupsOf(target, english).map((group) => [digitsOf(group), group]));
  return groups.flatMap((group) => {
    const other = others.get(digitsOf(group));
    return other ? [...group, ...other] : [];
  });
}

function groupsOf(text: string, quantities: readonly Quantity[]): readonly (readonly Quantity[])[] {
  const groups: Quantity[][] = [];
  for (const quantity of quantities.filter(({ digits }) => digits !== '')) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const isNext =
      before && /^[\s\u200c().+/-]{0,3}$/u.test(text.slice(before.to, Math.min(quantity.from, before.to + 4)));
    if (group && isNext) group.push(quantity);
    else groups.push([quantity]);
  }
  return groups.filter((group) => digitsOf(group).length >= LEAST);
}

function digitsOf(group: readonly Quantity[]): string {
  return group.map(({ digits }) => digits).join('');
}
