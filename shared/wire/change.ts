import type { Mark } from './step.ts';

/** A change of a document: it leads from version `before` to version `after`, which `mark` tells from a version of the same number in
 *  another history. Left out of changes that were written down before there were marks: these are believed. */
export interface DocumentChange {
  readonly document: string;
  readonly before: number;
  readonly after: number;
  readonly mark?: Mark | undefined;
}

/** What became of a change that was to be taken back. */
export interface Reverted {
  /** `part` when somebody has written in some of it since, `none` when nothing of it could be taken back. */
  readonly outcome: 'whole' | 'part' | 'none';
  /** Parts of the change that were taken back, and parts that stay: names, mentions, stretches of text. */
  readonly taken: number;
  readonly left: number;
  /** The change that took it back; taking that back in turn brings the change again. */
  readonly change: DocumentChange | null;
}
