import type { Outline } from '../core/outline.ts';
import type { Progress } from '../core/progress.ts';
import type { Mark, SentStep } from './step.ts';

/** A document at `version`, told as it is stored: the snapshot of version `snapshot`, whose bytes are asked for by
 *  themselves, and the steps that lead from there to `version`. */
export interface OpenedDocument {
  readonly id: string;
  readonly title: string;
  readonly project: { readonly id: string; readonly name: string };
  readonly source: string;
  readonly outline: Outline;
  /** Of the schema that snapshot and steps are written in. */
  readonly schemaVersion: number;
  readonly version: number;
  /** The mark of `version`. */
  readonly mark: Mark;
  readonly head: number;
  /** How far the document is at its head. */
  readonly progress: Progress;
  readonly snapshot: number;
  /** The mark of `snapshot`. */
  readonly snapshotMark: Mark;
  readonly steps: readonly SentStep[];
}
