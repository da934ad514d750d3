import { Mapping, ReplaceStep, type Step } from 'prosemirror-transform';
import { CorrectionStep } from '../model/correction-step.ts';

/**
 * `steps`, made one after the other on the document that `others` were made on, as they apply behind all of `others`; `null`
 * where one of them has no place there any more, where a correction of the source is among them, and where both change the
 * structure: then who made them has to say how it goes on.
 *
 * These are the steps that prosemirror-collab (`rebaseSteps`) makes of its unsent ones when it takes in `others`: both bring a
 * step back over those before it, over `others`, and over those before it as they are by then. But it takes them in as they come,
 * some now and some later, and drops a step that does not apply in between, although all of `others` together would let it.
 */
export function placedBehind(steps: readonly Step[], others: readonly Step[]): readonly Step[] | null {
  if (others.length === 0) return steps;
  if ([...steps, ...others].some((step) => step instanceof CorrectionStep)) return null;
  if (reach(steps) + reach(others) > STRUCTURE) return null;
  const mapping = new Mapping();
  for (const step of [...steps].reverse()) mapping.appendMap(step.getMap().invert());
  for (const step of others) mapping.appendMap(step.getMap());
  const placed: Step[] = [];
  for (const [index, step] of steps.entries()) {
    const back = steps.length - index;
    const mapped = step.map(mapping.slice(back));
    if (!mapped) return null;
    mapping.appendMap(mapped.getMap(), back - 1);
    placed.push(mapped);
  }
  return placed;
}

/** What a step does to the places of others. What is only written or said applies wherever it has a place. */
const WRITTEN = 0;
/** It does not say whether that is text or a segment. */
const REMOVED = 1;
const STRUCTURE = 2;

function reach(steps: readonly Step[]): number {
  return steps.reduce((most, step) => Math.max(most, reachOf(step)), WRITTEN);
}

function reachOf(step: Step): number {
  if (!(step instanceof ReplaceStep)) return WRITTEN;
  const { slice, structure } = step as ReplaceStep & { readonly structure: boolean };
  const isText = slice.openStart + slice.openEnd === 0 && slice.content.content.every(({ isInline }) => isInline);
  if (structure || !isText) return STRUCTURE;
  return step.from < step.to ? REMOVED : WRITTEN;
}
