import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import { brokenLaws } from '../../shared/doc/model/law.ts';
import type { SourceText } from '../../shared/doc/model/source.ts';
import type { Purpose } from '../../shared/wire/purpose.ts';
import { nextPush } from './purpose.ts';

/** What one push carries at most, well below what the server takes at once, so that it serves others in between. */
export interface SliceLimits {
  readonly steps: number;
  /** UTF-16 units of the JSON. */
  readonly size: number;
}
const usual: SliceLimits = { steps: 5_000, size: 500_000 };

/** How far back a place to cut is looked for. */
const TRIES = 500;

/** Unsent steps, each with the transaction that it came with. */
interface Unsent {
  readonly steps: readonly Step[];
  readonly origins: readonly Transaction[];
}

/** The steps of the next push, which apply to the lawful document `doc`, and what they are for. */
export function nextSlice(
  { steps, origins }: Unsent,
  doc: Node,
  source: SourceText,
): { readonly steps: readonly Step[]; readonly purpose: Purpose | undefined } {
  const { length, purpose } = nextPush(steps, origins);
  const together = steps.slice(0, length);
  return { steps: together.slice(0, sliceLength(doc, together, source)), purpose };
}

/** How many of `steps`, which apply to the lawful document `doc`, make the next push: all of them, or as many as lead to a
 *  document that is lawful too, for the server takes no other. */
export function sliceLength(
  doc: Node,
  steps: readonly Step[],
  source: SourceText,
  limits: SliceLimits = usual,
): number {
  const most = fitting(steps, limits);
  if (most === steps.length) return most;
  const reached = [doc];
  for (const step of steps.slice(0, most)) {
    const next = step.apply(reached.at(-1) ?? doc).doc;
    if (!next) return most;
    reached.push(next);
  }
  for (let length = most; length > Math.max(0, most - TRIES); length--) {
    if (brokenLaws(reached[length] ?? doc, source, doc).length === 0) return length;
  }
  return most;
}

/** How many steps the limits allow, one at least. */
function fitting(steps: readonly Step[], limits: SliceLimits): number {
  let size = 0;
  for (const [index, step] of steps.entries()) {
    if (index === limits.steps) return index;
    size += JSON.stringify(step.toJSON()).length;
    if (size > limits.size) return Math.max(1, index);
  }
  return steps.length;
}
