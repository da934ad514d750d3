import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model';
import { AttrStep, ReplaceStep, type Step, type Transform } from 'prosemirror-transform';
import { LinkStep } from '../model/link-step.ts';
import type { Segment } from '../model/read.ts';
import { type Links, type SegmentAttrs, schema } from '../model/schema.ts';

/** Sets what differs of `attrs` on the segment or mention before `pos`, a step each; true when something did. Links are set pair by
 *  pair, so that those which somebody else makes meanwhile stay. */
export function setAttributes(tr: Transform, pos: number, attrs: Readonly<Record<string, unknown>>): boolean {
  const node = tr.doc.nodeAt(pos);
  if (!node) return false;
  const steps = tr.steps.length;
  for (const [name, value] of Object.entries(attrs)) {
    if (!sameValue(node.attrs[name], value)) tr.step(settingStep(node, pos, name, value));
  }
  return tr.steps.length > steps;
}

function settingStep(node: Node, pos: number, name: string, value: unknown): Step {
  if (name === 'links') {
    const [before, after] = [node.attrs.links as Links | null, value as Links | null];
    const pairwise = LinkStep.between(pos, before, after);
    if (pairwise?.gives(before, after)) return pairwise;
  }
  return new AttrStep(pos, name, value);
}

/**
 * Opens a seam in a rendering at `at`: what stands before stays with the segment, the rest becomes the content of a new
 * one. Only border tokens go in, so that typing on either side goes on while this travels, and of two people who open one
 * at the same place neither takes away the other's.
 */
export function openSeam(tr: Transform, at: number, attrs: Partial<SegmentAttrs>): void {
  const first = tr.doc.resolve(at).parent.copy();
  const second = schema.node('segment', attrs);
  tr.step(new ReplaceStep(at, at, new Slice(Fragment.from([first, second]), 1, 1), true));
}

/**
 * Closes the seam between two neighbours: only their border tokens go, and those of the page between them if there is
 * one, so that typing on either side goes on while this travels. The joined node keeps the attributes of `left`.
 * With `space` the two renderings are kept apart by one.
 */
export function closeSeam(tr: Transform, left: Segment, right: Segment, space: boolean): void {
  const filler = space ? Fragment.from(schema.text(' ', sharedMarks(left.node, right.node))) : Fragment.empty;
  tr.step(new ReplaceStep(left.pos + left.node.nodeSize - 1, right.pos + 1, new Slice(filler, 0, 0), true));
}

/** True when two renderings must be kept apart by a space once they are one. */
export function needsSpace(left: string, right: string): boolean {
  return left !== '' && right !== '' && !/\s$/u.test(left) && !/^\s/u.test(right);
}

function sharedMarks(left: Node, right: Node): readonly Mark[] {
  const after = right.firstChild?.marks ?? [];
  return left.lastChild?.marks.filter((mark) => mark.isInSet(after)) ?? [];
}

function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
