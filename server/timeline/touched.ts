import type { Node } from 'prosemirror-model';
import { changedMentionNodes, changedSegmentNodes } from '../../shared/doc/model/difference.ts';
import { segmentNodes } from '../../shared/doc/model/read.ts';
import { mentionAttrs, type SegmentAttrs, segmentAttrs } from '../../shared/doc/model/schema.ts';
import { sourceTextOf } from '../../shared/doc/model/source.ts';

/** The ids of the segments that a change touches: those that read or stand otherwise, are new or are no more, and those in
 *  whose Persian a mention was changed. Costs a look at what changed, and one at each segment where mentions did. */
export function touchedSegments(before: Node, after: Node): readonly string[] {
  const touched = new Set<string>();
  const { was, now } = changedSegmentNodes(before, after);
  const isMoved = movedOnly(before, was, after, now);
  for (const node of differing(was, now)) if (!isMoved(node)) touched.add(segmentAttrs(node).id);
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
  const isMoved = movedOnly(before, was, after, now);
  return differing(was, now).flatMap((node) => (isMoved(node) ? [] : (mentionAttrs(node).from ?? [])));
}

/** Tells of segments or mentions, those that differ of `was` and `now`, whether a correction of the source in front of them did
 *  no more than move them. */
function movedOnly(before: Node, was: readonly Node[], after: Node, now: readonly Node[]): (node: Node) => boolean {
  if (before.attrs.source === after.attrs.source) return () => false;
  const readings = (doc: Node, nodes: readonly Node[]) => {
    const text = sourceTextOf(doc, '');
    return new Map(nodes.map((node) => [node.attrs.id as string, reading(node, text)]));
  };
  const [old, fresh] = [readings(before, was), readings(after, now)];
  return ({ attrs: { id } }) => old.get(id as string) === fresh.get(id as string);
}

/** All that a node says, its range told by what it reads. */
function reading(node: Node, text: string): string {
  const { from, to, links = null, ...said } = node.attrs as SegmentAttrs;
  const pairs = links?.map((layer) => ({
    ...layer,
    pairs: layer.pairs.map(({ source, ...pair }) => ({ ...pair, from: source.from - from, to: source.to - from })),
  }));
  return JSON.stringify([said, from === null ? null : text.slice(from, to), pairs, node.content.toJSON()]);
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
