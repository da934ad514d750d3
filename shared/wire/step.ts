/** A step as the timeline keeps it: who made it, the version of the schema that it is written in, and its JSON. */
export interface SentStep {
  readonly client: string;
  readonly schema: number;
  /** Always there; what is `unknown` counts as optional on its way through tRPC. */
  readonly step?: unknown;
}

/** Steps as they were accepted; the last of them made `version`. */
export interface SentChange {
  readonly version: number;
  readonly steps: readonly SentStep[];
}
