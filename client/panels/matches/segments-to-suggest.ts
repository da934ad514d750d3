import type { Node } from 'prosemirror-model';
import { isConfirmed } from '../../../shared/core/status.ts';
import { eachSegment, type Segment, segmentByIndex } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { isBlank } from '../../../shared/language/characters/blank.ts';

/** The segments that a machine is asked for while the caret stands in `active`: that one, unless somebody vouches for its English, and the
 *  next `ahead` of those without any. Each question may cost money. */
export function segmentsToSuggest(doc: Node, active: Segment, ahead: number): readonly Segment[] {
  const wanted = isConfirmed(active.status) ? [] : [active];
  const most = wanted.length + ahead;
  eachSegment(doc, (node, _pos, index) => {
    const { status, from, to, leftOut } = segmentAttrs(node);
    const isWanted = index > active.index && from < to && !leftOut && !isConfirmed(status) && isBlank(node.textContent);
    const segment = isWanted ? segmentByIndex(doc, index) : null;
    if (segment) wanted.push(segment);
    return wanted.length < most;
  });
  return wanted;
}
