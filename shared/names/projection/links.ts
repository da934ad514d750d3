import { covers, overlap, type Span } from '../../core/span.ts';
import { smallEnglish } from '../../language/words/small-words.ts';
import type { NamedText } from '../entity/name-index.ts';
import type { Place } from './place.ts';

/** A word link of a segment: ranges of the source and of the rendering. */
export interface WordLink {
  readonly source: Span;
  readonly rendering: Span;
  readonly sure: boolean;
}

/** The most that links can say: they join words, and names have other borders than words. */
const LINKED = 0.85;

/** Where the sure links of a mention lead: the stretch of the rendering from the first to the last linked word, but for
 *  small words at its edges. No place when words in between are linked to what the mention does not cover, or when less
 *  than half of its words are linked. */
export function linkedPlaces(
  mention: Span,
  links: readonly WordLink[],
  target: NamedText,
  words: number,
): readonly Place[] {
  const sure = links.filter((link) => link.sure);
  const own = sure.filter(({ source }) => covers(mention, source));
  const linked = target.words.filter((word) => own.some(({ rendering }) => covers(rendering, word)));
  const named = linked.filter(({ key }) => !smallEnglish.has(key));
  const [first, last] = [named[0], named.at(-1)];
  if (!first || !last) return [];
  const place = { from: first.from, to: last.to };
  const strangers = sure.filter(({ source, rendering }) => !covers(mention, source) && overlap(place, rendering));
  const share = new Set(own.map(({ source }) => source.from)).size / Math.max(1, words);
  return strangers.length > 0 || share < 0.5 ? [] : [{ ...place, score: LINKED * Math.min(1, share), reason: 'links' }];
}
