import type { Node } from 'prosemirror-model';
import type { Status } from '../../../shared/core/status.ts';
import { eachSegment } from '../../../shared/doc/model/read.ts';
import { isOneToOne, rowShape } from '../../../shared/doc/model/row-shape.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { findIn, needle } from '../../../shared/language/words/find.ts';
import type { Haystacks } from './haystacks.ts';

/** What may be asked of the alignment of a row; all that is asked must be so. */
export interface AlignmentFilter {
  /** Nobody has confirmed it. */
  readonly isOpen?: boolean | undefined;
  /** It does not pair one with one. */
  readonly isOdd?: boolean | undefined;
  /** It has nothing on a side. */
  readonly isHalf?: boolean | undefined;
  /** The aligner was less sure than so much, from 0 to 1, and nobody has confirmed it since. */
  readonly below?: number | undefined;
}

/** Which segments to show: in one of these states, with this text on one side or the other, aligned so. */
export interface Filter {
  readonly states?: readonly Status[] | undefined;
  readonly text?: string | undefined;
  readonly alignment?: AlignmentFilter | undefined;
}

/** True when the filter lets every segment through. */
export function isOpen({ states, text, alignment }: Filter): boolean {
  return states === undefined && alignment === undefined && needle(text ?? '', 'substring').text === '';
}

/** The ids of the segments of `doc`, which renders `source`, that `filter` leaves out. */
export function hiddenBy(
  { states, text, alignment }: Filter,
  doc: Node,
  haystacks: Haystacks,
  source: string,
): ReadonlySet<string> {
  const sought = needle(text ?? '', 'substring');
  const hidden = new Set<string>();
  eachSegment(doc, (segment) => {
    const { id, status } = segmentAttrs(segment);
    const isLeftOut = (states && !states.includes(status)) || (alignment && !isAligned(segment, alignment, source));
    if (isLeftOut || !holds(segment)) hidden.add(id);
    return true;
  });
  return hidden;

  function holds(segment: Node): boolean {
    if (sought.text === '') return true;
    const { source, rendering } = haystacks.of(segment);
    return findIn(source, sought).length > 0 || findIn(rendering, sought).length > 0;
  }
}

function isAligned(segment: Node, { isOpen, isOdd, isHalf, below }: AlignmentFilter, source: string): boolean {
  const { alignment, from, to } = segmentAttrs(segment);
  const isConfirmed = alignment?.state === 'confirmed';
  if (isOpen && isConfirmed) return false;
  if (isHalf && from < to && segment.content.size > 0) return false;
  if (below !== undefined && (isConfirmed || (alignment?.score ?? 1) >= below)) return false;
  return !isOdd || !isOneToOne(rowShape(segment, source));
}
