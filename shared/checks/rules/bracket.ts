import type { ParagraphRule } from '../pair/paragraph.ts';
import { inTarget } from '../pair/rule.ts';
import { unpaired } from '../pair/unpaired.ts';

const brackets: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** A bracket of the English that is opened and not closed in its paragraph, or closed and not opened. `1)` and `a)` begin an item. */
export const bracket: ParagraphRule = {
  severity: 'warning',
  check: (pairs) =>
    unpaired(
      pairs.map(({ target }) => target.replace(/^(\s*)(?:\p{N}{1,3}|\p{L})\)/u, (item) => item.replace(')', '.'))),
      brackets,
    ).map(({ at, from }) => ({
      ...inTarget({ from, to: from + 1 }, { found: pairs[at]?.target.charAt(from) ?? '' }),
      at,
    })),
};
