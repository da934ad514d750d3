import type { Node } from 'prosemirror-model';
import { AttrStep, type Step, type Transform } from 'prosemirror-transform';
import { isConfirmed } from '../../core/status.ts';
import { setAttributes } from '../edit/seam.ts';
import { changedSegmentNodes } from '../model/difference.ts';
import { LinkStep } from '../model/link-step.ts';
import { type Segment, segmentById } from '../model/read.ts';
import { segmentAttrs } from '../model/schema.ts';
import { type SourceText, sourceTextOf } from '../model/source.ts';
import { standingOf } from '../model/standing.ts';

/** What two people had, whose changes now are in one document. */
interface Met {
  readonly ours: Node;
  readonly theirs: Node;
}

/**
 * Makes a draft of what is confirmed in the document of `tr` and was so, over that Persian and with that text, neither in `ours`
 * nor in `theirs`: one confirmed, or undid, while the other wrote, and nobody vouches for what came of both. `original` is as in
 * `brokenLaws`.
 */
export function draftUnvouched(tr: Transform, { ours, theirs }: Met, original: SourceText): void {
  const { doc } = tr;
  for (const segment of confirmedSince(theirs, doc)) {
    const said = saidOf(segment.node, doc, original.text);
    const isVouched = [ours, theirs].some((before) => {
      const was = segmentById(before, segment.id);
      return was !== null && saidOf(was.node, before, original.text) === said;
    });
    if (!isVouched) setAttributes(tr, segment.pos, { ...standingOf(segment.text, segment) });
  }
}

/**
 * True when `steps` leave a segment confirmed that `others`, which came before them and which their author had not seen, have
 * changed too: only the author can say what was vouched for. `head` is the document behind `others`, `doc` that behind `steps`.
 */
export function meetsConfirmed(head: Node, doc: Node, steps: readonly Step[], others: readonly Step[]): boolean {
  const confirmed = confirmedSince(head, doc);
  if (confirmed.length === 0) return false;
  const later = [...others, ...steps].map((step) => step.getMap());
  return others.some((step, index) =>
    placesOf(step).some((place) => {
      const now = later.slice(index + 1).reduce((pos, map) => map.map(pos), place);
      return confirmed.some(({ pos, node }) => now >= pos && now <= pos + node.nodeSize);
    }),
  );
}

/** What somebody says who confirms a segment. A correction elsewhere moves its range, and what it covers is what it was. */
export function saidOf(node: Node, doc: Node, original: string): string {
  const { id, from, to, status } = segmentAttrs(node);
  return JSON.stringify([id, sourceTextOf(doc, original).slice(from, to), status, node.textContent]);
}

/** The confirmed segments of `doc` that may differ from those of `before`. */
function confirmedSince(before: Node, doc: Node): readonly Segment[] {
  return changedSegmentNodes(before, doc).now.flatMap((node) => {
    const { id, status } = segmentAttrs(node);
    return (isConfirmed(status) && segmentById(doc, id)) || [];
  });
}

/** Where a step changes something, in the document behind it. */
function placesOf(step: Step): readonly number[] {
  if (step instanceof AttrStep || step instanceof LinkStep) return [step.pos];
  const places: number[] = [];
  step.getMap().forEach((_from, _to, from, to) => {
    places.push(from, to);
  });
  return places;
}
