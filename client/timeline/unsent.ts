/** The steps of one tab that the server has not acknowledged: they apply to version `base` of `document`, in order. */
export interface Unsent {
  readonly client: string;
  readonly document: string;
  readonly base: number;
  /** The version of the schema that the steps are written in. */
  readonly schema: number;
  readonly steps: readonly unknown[];
}

/** The unsent steps of one tab as the outbox holds them. */
export interface Kept extends Unsent {
  /** Counts what the tab has written; the later writing counts. */
  readonly turn: number;
}
