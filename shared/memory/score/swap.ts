import type { Change } from './change.ts';

/** Something of a unit that gives way to what a text has there: in its Persian, and in its English. */
export interface Swap {
  readonly source: Change;
  readonly target: Change;
}
