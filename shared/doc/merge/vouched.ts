import type { Node } from 'prosemirror-model';
import { AttrStep, type Step, type Transform } from 'prosemirror-transform';
import { isConfirmed, type Status } from '../../core/status.ts';
import { setAttributes } from '../edit/seam.ts';
import { changedSegmentNodes } from '../model/difference.ts';
import { LinkStep } from '../model/link-step.ts';
import { type Segment, segmentById } from '../model/read.ts';
import { segmentAttrs } from '../model/schema.ts';
import { type SourceText, sourceTextOf } from '../model/source.ts';
import { editedStanding } from '../model/standing.ts';

/** What two people had, whose changes now are in one document. */
interface Met {
  readonly ours: Node;
  readonly theirs: Node;
}

/** True for a state that says of `text` what only who saw it can say: that it is right, or that it is no translation yet. */
export function isOfText({ status, text }: { readonly status: Status; readonly text: string }): boolean {
  return isConfirmed(status) || (status === 'initial' && text !== '');
}

/**
 * Makes a draft of what is confirmed in the document of `tr`, or not translated though it has a text, and was so, over that
 * Persian and with that text, neither in `ours` nor in `theirs`: one confirmed, or undid, while the other wrote, and nobody said
 * that of what came of both. `original` is as in `brokenLaws`.
 */
export function draftUnvouched(tr: Transform, { ours, theirs }: Met, original: SourceText): void {
  const { doc } = tr;
  for (const segment of judgedSince(theirs, doc)) {
    const said = saidOf(segment.node, doc, original.text);
    const isVouched = [ours, theirs].some((before) => {
      const was = segmentById(before, segment.id);
      return was !== null && saidOf(was.node, before, original.text) === said;
    });
    if (!isVouched) setAttributes(tr, segment.pos, { ...editedStanding(segment.text, segment) });
  }
}

/**
 * True when `steps` leave a segment confirmed, or untranslated with a text, that `others` have changed too, which came before them
 * and which their author had not seen: only the author can say what that was said of. `head` is the document behind `others`, `doc` that behind `steps`.
 */
export function meetsJudged(head: Node, doc: Node, steps: readonly Step[], others: readonly Step[]): boolean {
  const judged = judgedSince(head, doc);
  if (judged.length === 0) return false;
  const later = [...others, ...steps].map((step) => step.getMap());
  return others.some((step, index) =>
    placesOf(step).some((place) => {
      const now = later.slice(index + 1).reduce((pos, map) => map.map(pos), place);
      return judged.some(({ pos, node }) => now >= pos && now <= pos + node.nodeSize);
    }),
  );
}

/** What somebody says who gives a segment a state. A correction elsewhere moves its range, and what it covers is what it was. */
export function saidOf(node: Node, doc: Node, original: string): string {
  const { id, from, to, status } = segmentAttrs(node);
  return JSON.stringify([id, sourceTextOf(doc, original).slice(from, to), status, node.textContent]);
}

/** The segments of `doc` in a state that is of their text and may differ from those of `before`. */
function judgedSince(before: Node, doc: Node): readonly Segment[] {
  return changedSegmentNodes(before, doc).now.flatMap((node) => {
    const { id, status } = segmentAttrs(node);
    return (isOfText({ status, text: node.textContent }) && segmentById(doc, id)) || [];
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
