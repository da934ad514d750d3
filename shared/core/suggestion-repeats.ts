import { namedText, nameIndex } from './entity-name-index.ts';
import type { Span } from './span.ts';
import { canStandTogether, type LabelledSpan } from './suggestion-nesting.ts';

/** The further places of `text` where what `mention` covers stands again, in any spelling and as whole words, in order.
 *  Left out are places that one of the mentions `marked` covers already, crosses, or holds without being allowed to:
 *  «اسلامی» is not repeated inside «سازمان همکاری اسلامی». */
export function repeats(text: string, mention: LabelledSpan, marked: readonly LabelledSpan[]): readonly Span[] {
  const { label } = mention;
  return nameIndex([text.slice(mention.from, mention.to)], (name) => name)
    .in(namedText(text))
    .map(({ from, to }) => ({ from, to }))
    .filter((place) => [mention, ...marked].every((other) => canStandTogether({ ...place, label }, other)));
}
