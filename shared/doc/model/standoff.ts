import type { Node } from 'prosemirror-model';
import { compareSpans } from '../../core/nesting.ts';
import type { Span } from '../../core/span.ts';
import { type MentionAttrs, mentionAttrs } from './schema.ts';

/** The mentions of a document, made ready for look-ups. */
export interface Standoff {
  readonly byId: ReadonlyMap<string, MentionAttrs>;
  /** Those whose source range shares something with `span`, in the order in which they are read; none with an empty one. */
  over(span: Span): readonly MentionAttrs[];
}

/** The standoff of `doc`, read once: a document of 50,000 mentions keeps it through any typing. */
export function standoffOf(doc: Node): Standoff {
  const node = doc.lastChild ?? doc;
  const known = standoffs.get(node);
  if (known) return known;
  const all = node.children.map(mentionAttrs);
  const standoff = { byId: new Map(all.map((mention) => [mention.id, mention])), over: lookUp(all) };
  standoffs.set(node, standoff);
  return standoff;
}

const standoffs = new WeakMap<Node, Standoff>();

/** Looks spans up in the ranges sorted by their beginnings: `reach` says for each how far it and those before it reach,
 *  so that the first that may matter is found by halves. */
function lookUp(all: readonly MentionAttrs[]): Standoff['over'] {
  let sorted: readonly Ranged[] | null = null;
  let reach = new Float64Array();
  return ({ from, to }) => {
    if (from >= to) return [];
    if (!sorted) {
      sorted = all
        .flatMap((mention) => ranged(mention))
        .sort((a, b) => compareSpans(a, b) || (a.mention.id < b.mention.id ? -1 : 1));
      reach = new Float64Array(sorted.length);
      sorted.forEach((range, index) => {
        reach[index] = Math.max(range.to, reach[index - 1] ?? 0);
      });
    }
    const found: MentionAttrs[] = [];
    for (let index = firstAbove(reach, from); index < sorted.length; index++) {
      const range = sorted[index];
      if (!range || range.from >= to) break;
      if (range.to > from) found.push(range.mention);
    }
    return found;
  };
}

interface Ranged extends Span {
  readonly mention: MentionAttrs;
}

function ranged(mention: MentionAttrs): readonly Ranged[] {
  const { from, to } = mention;
  return from === null || to === null ? [] : [{ from, to, mention }];
}

/** Index of the first of `rising` above `limit`. */
function firstAbove(rising: Float64Array, limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
