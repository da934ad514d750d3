import { Mapping, type Step } from 'prosemirror-transform';
import { CorrectionStep } from '../model/correction-step.ts';

/**
 * `steps`, made one after the other on the document that `others` were made on, as they apply behind all of `others`; `null`
 * where one of them has no place there any more, and where a correction of the source is among them: then who made them has to
 * say how it goes on.
 *
 * These are the steps that prosemirror-collab (`rebaseSteps`) makes of its unsent ones when it takes in `others`: both bring a
 * step back over those before it, over `others`, and over those before it as they are by then.
 */
export function placedBehind(steps: readonly Step[], others: readonly Step[]): readonly Step[] | null {
  if (others.length === 0) return steps;
  if ([...steps, ...others].some((step) => step instanceof CorrectionStep)) return null;
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
