import type { Segment } from '../model/read.ts';

/** A stretch of the source that two documents both cut off on either side, and the segments each of them has for it. */
export interface Run {
  readonly before: readonly Segment[];
  readonly after: readonly Segment[];
}

/** The shortest runs that two documents of one source have in common, in document order: one segment against one where
 *  nothing was split, merged or moved. No run reaches over the end of a paragraph, for no segment does. A segment that
 *  has no counterpart (it covers no word) goes with the run before it, or with the one after it at the start; one without
 *  Persian has the one of its id for a counterpart, if that has none either. */
export function runs(before: readonly Segment[], after: readonly Segment[]): readonly Run[] {
  const found: Run[] = [];
  let start = { before: 0, after: 0 };
  let end = { before: 0, after: 0 };
  while (end.before < before.length || end.after < after.length) {
    end = runEnd(before, after, end);
    const last = found.at(-1);
    const run = { before: before.slice(start.before, end.before), after: after.slice(start.after, end.after) };
    if (run.before.length > 0 && run.after.length > 0) found.push(run);
    else if (last) {
      found[found.length - 1] = { before: [...last.before, ...run.before], after: [...last.after, ...run.after] };
    } else continue;
    start = end;
  }
  return found;
}

/** True for a segment without Persian. */
function isPlace({ from, to }: Segment): boolean {
  return from === to;
}

interface Indexes {
  readonly before: number;
  readonly after: number;
}

/** Past the segments that hang together from `start` on: each begins before another of them ends. */
function runEnd(before: readonly Segment[], after: readonly Segment[], start: Indexes): Indexes {
  let { before: b, after: a } = start;
  const [was, is] = [before[b], after[a]];
  if (was && is && was.id === is.id && isPlace(was) && isPlace(is)) return { before: b + 1, after: a + 1 };
  let to = -1;
  const takes = (segment: Segment | undefined, other: Segment | undefined) => {
    if (!segment || (to < 0 ? other && other.from < segment.from : segment.from >= to)) return false;
    to = Math.max(to, segment.to);
    return true;
  };
  for (;;) {
    if (takes(before[b], after[a])) b += 1;
    else if (takes(after[a], before[b])) a += 1;
    else return { before: b, after: a };
  }
}
