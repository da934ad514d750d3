/** A run of changes by one person without a pause; they lead from version `from` to version `to`. Times are milliseconds
 *  since 1970. */
export interface Checkpoint {
  readonly from: number;
  readonly to: number;
  readonly person: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** A version that somebody named, which keeps it for good. */
export interface NamedVersion {
  readonly version: number;
  readonly name: string;
  readonly person: string;
  readonly at: number;
}

/** A page of the history of a document, newest first. */
export interface VersionPage {
  readonly checkpoints: readonly Checkpoint[];
  readonly named: readonly NamedVersion[];
}
