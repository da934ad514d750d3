import type { Span } from '../../core/span.ts';
import type { Graphemes } from '../characters/grapheme.ts';
import type { Attributions } from './lead.ts';
import type { SentenceBreaks } from './sentence.ts';

/** How much of the text around a slash decides. */
const NEAR = 200;

/** The statements of `paragraph` as ranges of it, in order; what separates them, ` / `, `./ ` or ` // `, is left out.
 *  A slash separates where without it a sentence would end, or where an evident lead follows; a double one, with spaces
 *  around it, always does. One between numbers, in «و / یا», in a fraction, a path or an address never does. */
export function statements(
  paragraph: string,
  { isBoundary }: Pick<Graphemes, 'isBoundary'>,
  breaks: SentenceBreaks,
  attributions: Attributions,
): readonly Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const { index, 0: slashes } of paragraph.matchAll(/\/+/g)) {
    const to = index + slashes.length;
    const before = paragraph.slice(Math.max(from, index - NEAR), index);
    const after = paragraph.slice(to, to + 2 * NEAR);
    if (!isBoundary(index) || !isBoundary(to) || !separates(before, slashes, after, breaks, attributions)) continue;
    found.push({ from, to: index });
    from = to;
  }
  return [...found, { from, to: paragraph.length }];
}

function separates(
  before: string,
  slashes: string,
  after: string,
  breaks: SentenceBreaks,
  attributions: Attributions,
): boolean {
  const said = before.replace(/\s+$/u, '');
  const next = after.replace(/^\s+/u, '');
  const [isSpacedBefore, isSpacedAfter] = [said.length < before.length, next.length < after.length];
  if (said === '' || next === '') return isSpacedBefore || isSpacedAfter;
  if (/\p{N}\P{L}*$/u.test(said) && /^\P{L}*\p{N}/u.test(next)) return false;
  if (/^(?:یا|و|or|and)(?!\p{L})/u.test(next)) return false;
  const isSolidPersian =
    /\p{Script=Arabic}[»”"’)]?[.!?؟۔…]+[»”"’)]*$/u.test(said) && /^[«\p{Script=Arabic}]/u.test(next);
  if ((isSpacedAfter || isSolidPersian) && breaks.between(said, next)) return true;
  if (!isSpacedBefore || !isSpacedAfter) return false;
  return slashes.length > 1 || attributions.lead(next) !== null;
}
