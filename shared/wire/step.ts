/** Names a version by all that led to it, as a hash that goes on from step to step: after an older copy of the data was put back,
 *  a version of the same number has another one. `null` for versions from before there were marks: these are believed. */
export type Mark = string | null;

/** A version, known by more than its number. */
export interface MarkedVersion {
  readonly version: number;
  readonly mark: Mark;
}

/** A version from which on somebody listens; without a mark the number is believed. */
export interface Since {
  readonly version: number;
  readonly mark?: Mark | undefined;
}

/** A step as the timeline keeps it: who made it, the version of the schema that it is written in, its JSON, and the mark of the
 *  version that it makes. */
export interface SentStep {
  readonly client: string;
  readonly schema: number;
  readonly mark: Mark;
  /** Always there; what is `unknown` counts as optional on its way through tRPC. */
  readonly step?: unknown;
}

/** The version that somebody holds is none of this history: an older copy of the data was put back, or another server has taken
 *  over that lags behind. Nothing was done; who gets this opens the document again. */
export interface OtherHistory {
  readonly ok: false;
  readonly reason: 'history';
}

/** Steps as they were accepted; the last of them made `version`. The first applies to the version with the mark `after`. */
export interface SentChange {
  readonly ok: true;
  readonly version: number;
  readonly after: Mark;
  readonly steps: readonly SentStep[];
}

/** What a stream of changes tells. */
export type News = SentChange | OtherHistory;

/** The steps after a version, of many the first, and the number of the newest version. */
export type StepsSince =
  | { readonly ok: true; readonly head: number; readonly steps: readonly SentStep[] }
  | OtherHistory;
