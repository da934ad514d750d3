import type { Mark } from '../../shared/wire/step.ts';

/** The steps of one tab that the server has not acknowledged: they apply to version `base` of `document`, in order. */
export interface Unsent {
  readonly client: string;
  readonly document: string;
  readonly base: number;
  /** The mark of that version; `null` where it is not known. */
  readonly mark: Mark;
  /** The version of the schema that the steps are written in. */
  readonly schema: number;
  readonly steps: readonly unknown[];
}

/** What has become of the unsent steps of one tab: of those that were there, the ones before version `base` are unsent no
 *  more, the first `after` of the others stay, and `steps` stand in place of all that came after them. */
export interface UnsentChange extends Unsent {
  readonly after: number;
  /** Counts what the tab has written; the later writing counts. */
  readonly turn: number;
}
