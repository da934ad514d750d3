import type { Node } from 'prosemirror-model';
import { covers, overlap, type Span } from '../../core/span.ts';
import { smallEnglish, smallPersian } from '../../language/words/small-words.ts';
import { segmentLinks } from '../model/links.ts';
import type { MentionPart } from '../model/marked.ts';
import { type Link, type MentionAttrs, segmentAttrs } from '../model/schema.ts';

/** A word of a mention whose links lead past the other side of the same mention. */
export interface LinkDisagreement {
  readonly mention: MentionAttrs;
  /** The side on which the word stands. */
  readonly side: 'source' | 'rendering';
  /** Ranges: of the whole source for the Persian, of the rendering for the English. */
  readonly link: Link;
  /** What the word and its partner read. */
  readonly word: string;
  readonly partner: string;
}

/** Where the sure links of a segment and the mentions in it that have both sides disagree: a word of a mention is linked, and
 *  no link of it leads into the mention's other side. `parts` are the mentions of the segment. */
export function linkDisagreements(
  segment: Node,
  parts: readonly MentionPart[],
  source: string,
): readonly LinkDisagreement[] {
  const { current } = segmentLinks(segment);
  if (current.length === 0) return [];
  const text = segment.textContent;
  const { from, to } = segmentAttrs(segment);
  const read = (link: Link, side: 'source' | 'rendering') =>
    side === 'source'
      ? source.slice(link.source.from, link.source.to)
      : text.slice(link.rendering.from, link.rendering.to);
  return parts.flatMap(({ mention, source: fa, rendering: en }) => {
    // A name that reaches over a border has its other half elsewhere.
    const isWhole = mention.from !== null && mention.to !== null && mention.from >= from && mention.to <= to;
    if (!fa || !en || !isWhole || mention.state !== 'accepted') return [];
    const strays = (side: 'source' | 'rendering', own: Span, other: Span) => {
      const otherSide = side === 'source' ? 'rendering' : 'source';
      const inside = current.filter((link) => link.sure && covers(own, link[side]));
      const isStray = (link: Link) =>
        !overlap(other, link[otherSide]) &&
        !inside.some((one) => overlap(one[side], link[side]) && overlap(other, one[otherSide]));
      return inside.filter(isStray).flatMap((link) => {
        const [word, partner] = [read(link, side), read(link, otherSide)];
        return isSmall(word) || isSmall(partner) ? [] : [{ mention, side, link, word, partner }];
      });
    };
    return [...strays('source', fa, en), ...strays('rendering', en, fa)];
  });
}

/** True for a word that a name may be linked with and need not cover. */
function isSmall(word: string): boolean {
  return smallEnglish.has(word.toLowerCase()) || smallPersian.has(word);
}
