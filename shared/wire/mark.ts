import type { Mark } from './step.ts';

/** True when the version that is known by the mark `known` may be the one with the mark `found`: where it is known by its number alone,
 *  that is believed. */
export function isSame(known: Mark | undefined, found: Mark): boolean {
  return known === null || known === undefined || known === found;
}
