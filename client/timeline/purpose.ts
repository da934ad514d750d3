import type { Transaction } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import { PURPOSE, type Purpose } from '../../shared/wire/purpose.ts';

/** Steps that go into one push, and what all of them are for. */
export interface NextPush {
  readonly length: number;
  readonly purpose: Purpose | undefined;
}

/** How many of the unsent steps make the next push: those in front of the first that is for something else, where both are
 *  as they were made, so that the document between them was on the screen and keeps the laws. After a rebase that is not
 *  known, and all go together, for the first deed among them. */
export function nextPush(steps: readonly Step[], origins: readonly Transaction[]): NextPush {
  const first = purposeOf(origins[0]);
  let length = 0;
  while (length < steps.length && (isMend(origins[length]) || purposeOf(origins[length])?.deed === first?.deed))
    length += 1;
  if (length === steps.length || isAsMade(steps.slice(0, length), origins)) return { length, purpose: first };
  return { length: steps.length, purpose: origins.map(purposeOf).find((purpose) => purpose !== undefined) };
}

function purposeOf(origin: Transaction | undefined): Purpose | undefined {
  return origin?.getMeta(PURPOSE) as Purpose | undefined;
}

/** A mend belongs to what it mends. */
function isMend(origin: Transaction | undefined): boolean {
  return origin?.getMeta('mend') === true;
}

function isAsMade(steps: readonly Step[], origins: readonly Transaction[]): boolean {
  const made = new Set([...new Set(origins.slice(0, steps.length))].flatMap((origin) => origin.steps));
  return steps.every((step) => made.has(step));
}
