import { isConfirmed, type Status, statuses } from './status.ts';

/** How far a text is: segments by status and words of its source. Sums of progress are progress. */
export interface Progress {
  readonly segments: number;
  readonly words: number;
  /** Source words of the segments that are translated, reviewed or final. */
  readonly confirmedWords: number;
  readonly byStatus: Readonly<Record<Status, number>>;
}

/** What one segment adds to the progress of its document. */
export interface SegmentProgress {
  readonly status: Status;
  readonly words: number;
}

const none = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>;

export const noProgress: Progress = { segments: 0, words: 0, confirmedWords: 0, byStatus: none };

/** `progress` after `segment` is counted in (`sign` 1) or taken out again (`sign` -1). */
export function count(progress: Progress, segment: SegmentProgress, sign: 1 | -1 = 1): Progress {
  return {
    segments: progress.segments + sign,
    words: progress.words + sign * segment.words,
    confirmedWords: progress.confirmedWords + (isConfirmed(segment.status) ? sign * segment.words : 0),
    byStatus: { ...progress.byStatus, [segment.status]: progress.byStatus[segment.status] + sign },
  };
}

/** The progress of two texts together. */
export function sum(a: Progress, b: Progress): Progress {
  return {
    segments: a.segments + b.segments,
    words: a.words + b.words,
    confirmedWords: a.confirmedWords + b.confirmedWords,
    byStatus: Object.fromEntries(statuses.map((status) => [status, a.byStatus[status] + b.byStatus[status]])) as Record<
      Status,
      number
    >,
  };
}

/** Segments that nobody has still to confirm: translated, reviewed and final together. */
export function confirmed(progress: Progress): number {
  return statuses.filter(isConfirmed).reduce((total, status) => total + progress.byStatus[status], 0);
}
