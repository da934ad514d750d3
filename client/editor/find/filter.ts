import type { Node } from 'prosemirror-model';
import type { Status } from '../../../shared/core/status.ts';
import { eachSegment } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { findIn, needle } from '../../../shared/language/words/find.ts';
import type { Haystacks } from './haystacks.ts';

/** Which segments to show: in one of these states, with this text on one side or the other. */
export interface Filter {
  readonly states?: readonly Status[] | undefined;
  readonly text?: string | undefined;
}

/** True when the filter lets every segment through. */
export function isOpen({ states, text }: Filter): boolean {
  return states === undefined && needle(text ?? '', 'substring').text === '';
}

/** The ids of the segments that `filter` leaves out of `doc`. */
export function hiddenBy({ states, text }: Filter, doc: Node, haystacks: Haystacks): ReadonlySet<string> {
  const sought = needle(text ?? '', 'substring');
  const hidden = new Set<string>();
  eachSegment(doc, (segment) => {
    const { id, status } = segmentAttrs(segment);
    if ((states && !states.includes(status)) || !holds(segment)) hidden.add(id);
    return true;
  });
  return hidden;

  function holds(segment: Node): boolean {
    if (sought.text === '') return true;
    const { source, rendering } = haystacks.of(segment);
    return findIn(source, sought).length > 0 || findIn(rendering, sought).length > 0;
  }
}
