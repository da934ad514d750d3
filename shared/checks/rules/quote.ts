import type { ParagraphRule } from '../pair/paragraph.ts';
import { inTarget } from '../pair/rule.ts';
import { unpaired } from '../pair/unpaired.ts';

/** A mark of quotation of the English without its partner in the paragraph, where those of the Persian have theirs. What is quoted on
 *  one side alone is no fault; an apostrophe is no mark of quotation. */
export const quote: ParagraphRule = {
  severity: 'warning',
  check(pairs) {
    const persian = pairs.map(({ source }) => source.replace(/[“”"]/gu, ' '));
    if (unpaired(persian, { '«': '»' }).length > 0 || odd(pairs.map(({ source }) => source)) !== null) return [];
    const english = pairs.map(({ target }) => target);
    const curly = unpaired(english, { '“': '”' });
    const straight = curly.length === 0 && !english.some((text) => /[“”]/u.test(text)) ? odd(english) : null;
    const places = straight ? [straight] : curly;
    // A quotation that goes on in the next paragraph is opened and not closed.
    return places.map(({ at, from }) => ({
      ...inTarget({ from, to: from + 1 }, { found: english[at]?.charAt(from) ?? '' }),
      at,
    }));
  },
};

/** The last straight mark of quotation where their number is odd; inches after a number are none. */
function odd(texts: readonly string[]): { readonly at: number; readonly from: number } | null {
  let count = 0;
  let last: { at: number; from: number } | null = null;
  for (const [at, text] of texts.entries()) {
    for (const { index: from } of text.matchAll(/(?<!\p{Nd})"|"(?=\p{L})/gu)) {
      count += 1;
      last = { at, from };
    }
  }
  return count % 2 === 1 ? last : null;
}
