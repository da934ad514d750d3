import type { Node } from 'prosemirror-model';
import type { AlignmentState } from '../../core/alignment.ts';
import { pages } from './read.ts';
import { segmentAttrs } from './schema.ts';

/** How many rows of an aligned document stand where; `half` have nothing on a side. */
export interface AlignmentTally extends Readonly<Record<AlignmentState, number>> {
  readonly half: number;
}

const ofPage = new WeakMap<Node, AlignmentTally>();

/** The rows of `doc` by what is said of their alignment; rows that were never aligned are left out. What is on a page is known
 *  until it changes. */
export function alignmentTally(doc: Node): AlignmentTally {
  return pages(doc).reduce((sum, page) => added(sum, tallyOf(page)), none);
}

/** True for a document that was aligned, as a whole or in part. */
export function isAligned(doc: Node): boolean {
  return pages(doc).some((page) => {
    const { automatic, confirmed, review } = tallyOf(page);
    return automatic + confirmed + review > 0;
  });
}

const none: AlignmentTally = { automatic: 0, confirmed: 0, review: 0, half: 0 };

function tallyOf(page: Node): AlignmentTally {
  const known = ofPage.get(page);
  if (known) return known;
  const tally = { ...none };
  for (const segment of page.children) {
    const { alignment, from, to } = segmentAttrs(segment);
    if (!alignment) continue;
    tally[alignment.state] += 1;
    if (from === to || segment.content.size === 0) tally.half += 1;
  }
  ofPage.set(page, tally);
  return tally;
}

function added(a: AlignmentTally, b: AlignmentTally): AlignmentTally {
  return {
    automatic: a.automatic + b.automatic,
    confirmed: a.confirmed + b.confirmed,
    review: a.review + b.review,
    half: a.half + b.half,
  };
}
