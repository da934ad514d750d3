import type { ParagraphRule, PlacedRemark } from '../pair/paragraph.ts';
import { inTarget, lacking, type TextPair } from '../pair/rule.ts';
import { unpaired } from '../pair/unpaired.ts';

/** Where a mark stands: in which of the texts, and where in it. */
interface Place {
  readonly at: number;
  readonly from: number;
}

/** A mark of quotation of the English without its partner in the paragraph, where those of the Persian have theirs; and a quotation of the
 *  Persian that begins or ends outside of the paragraph, where the English has no mark at all. What stands whole on one side alone is
 *  no fault (a title may need no marks); an apostrophe is no mark of quotation. */
export const quote: ParagraphRule = {
  severity: 'warning',
  check(pairs) {
    const persian = pairs.map(({ source }) => source);
    const guillemets = unpaired(
      persian.map((text) => text.replace(/[“”"]/gu, ' ')),
      { '«': '»' },
    );
    const last = odd(persian);
    const alone = last === null ? guillemets : [...guillemets, last];
    if (alone.length > 0) return alone.length % 2 === 1 && isUnquoted(pairs) ? lost(alone, persian) : [];
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

/** True where all of the English is there, and none of it stands between marks of quotation, be they single ones. */
function isUnquoted(pairs: readonly TextPair[]): boolean {
  return pairs.every(({ target }) => /\S/u.test(target) && !/["“”«»‘]|(?<![\p{L}\p{Nd}])'/u.test(target));
}

/** Tells of the first of the marks that the English has not. */
function lost(marks: readonly Place[], texts: readonly string[]): readonly PlacedRemark[] {
  return marks.slice(0, 1).map(({ at, from }) => ({
    ...lacking({ from, to: from + 1 }, { kind: 'missing', found: texts[at]?.charAt(from) ?? '' }),
    at,
  }));
}

/** The last straight mark of quotation where their number is odd; inches after a number are none. */
function odd(texts: readonly string[]): Place | null {
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
