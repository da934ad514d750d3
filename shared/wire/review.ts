import type { Problem } from '../core/problem.ts';
import type { Status } from '../core/status.ts';

/** What the tables of a reviewed file would change. */
export interface ReviewPreview {
  readonly documents: readonly ReviewedDocument[];
  /** What of the file was left out, such as comments. */
  readonly notes: readonly Problem[];
}

/** One document of a reviewed file. */
export interface ReviewedDocument {
  readonly document: string;
  readonly title: string;
  readonly changes: readonly ReviewChange[];
  /** Rows that nobody has changed in the file. */
  readonly unchanged: number;
  /** Rows that are not taken, and why; the others are. */
  readonly refused: readonly Problem[];
}

/** A row that was changed in the file. */
export interface ReviewChange {
  readonly segment: string;
  /** The number of its row in the file. */
  readonly row: number;
  readonly fa: string;
  readonly before: { readonly en: string; readonly status: Status };
  readonly after: { readonly en: string; readonly status: Status };
  /** True where somebody has changed the row here, too, since the file was made. */
  readonly isContested: boolean;
}

/** What becomes of rows that were changed on both sides: what stands here stays, or the file is taken. */
export const contests = ['keep', 'take'] as const;
export type Contest = (typeof contests)[number];
