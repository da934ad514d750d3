import type { Node } from 'prosemirror-model';
import { changedMentionNodes, changedSegmentNodes } from '../../shared/doc/model/difference.ts';
import { segmentNodes } from '../../shared/doc/model/read.ts';
import { mentionAttrs, type SegmentAttrs, segmentAttrs } from '../../shared/doc/model/schema.ts';

/** The ids of the segments that a change touches: those that read or stand otherwise, are new or are no more, and those in
 *  whose Persian a mention was changed. Costs a look at what changed, and one at each segment where mentions did. */
export function touchedSegments(before: Node, after: Node): readonly string[] {
  const touched = new Set<string>();
  const { was, now } = changedSegmentNodes(before, after);
  for (const node of differing(was, now)) touched.add(segmentAttrs(node).id);
  const places = mentionPlaces(before, after);
  if (places.length === 0) return [...touched];
  const rows = [...segmentNodes(after)].map(segmentAttrs).filter(({ from, to }) => from < to);
  for (const offset of places) {
    const row = rowAt(rows, offset);
    if (row) touched.add(row.id);
  }
  return [...touched];
}

/** Where in the source the mentions begin that were changed, made or taken away. */
function mentionPlaces(before: Node, after: Node): readonly number[] {
  const { was, now } = changedMentionNodes(before, after);
  return differing(was, now).flatMap((node) => mentionAttrs(node).from ?? []);
}

/** The nodes that are not in both. */
function differing(was: readonly Node[], now: readonly Node[]): readonly Node[] {
  const [gone, fresh] = [new Set(was), new Set(now)];
  return [...was.filter((node) => !fresh.has(node)), ...now.filter((node) => !gone.has(node))];
}

function rowAt(rows: readonly SegmentAttrs[], offset: number): SegmentAttrs | undefined {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.to ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return rows[low];
}
