import type { Node } from 'prosemirror-model';
import { type Segment, segments } from '../model/read.ts';
import { type SourceText, sourceOf } from '../model/source.ts';
import { inSource } from './restore.ts';
import { runs } from './runs.ts';

/**
 * What became of a stretch of the source between two versions.
 * - `same`: one segment, neither its rendering nor its status nor its kind changed
 * - `changed`: one segment, one of these did, or its Persian was corrected
 * - `regrouped`: segments were split, merged, or got other borders
 */
export interface SegmentChange {
  readonly kind: 'same' | 'changed' | 'regrouped';
  readonly before: readonly Segment[];
  readonly after: readonly Segment[];
}

/** What changed from `before` to `after`, two versions of one document, in document order; each is told with the ranges of its
 *  own source, which may have been corrected between the two; `original` is as it was imported. Both sides of a change hold one
 *  segment at least; a comparison reads the changes from the first to the last to see all of either version. */
export function compareVersions(before: Node, after: Node, original: SourceText): readonly SegmentChange[] {
  const [was, is] = [sourceOf(before, original).text, sourceOf(after, original).text];
  const own = segments(before);
  const moved = segments(inSource(before, is, original) ?? before);
  let index = 0;
  return runs(moved, segments(after)).map((run) => {
    const told = own.slice(index, index + run.before.length);
    index += run.before.length;
    return { kind: kindOf(told, run.after, was, is), before: told, after: run.after };
  });
}

/** How many changes there are of each kind. */
export function countChanges(changes: readonly SegmentChange[]): Readonly<Record<SegmentChange['kind'], number>> {
  const counts = { same: 0, changed: 0, regrouped: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

function kindOf(
  before: readonly Segment[],
  after: readonly Segment[],
  sourceBefore: string,
  sourceAfter: string,
): SegmentChange['kind'] {
  const [was, is] = [before[0], after[0]];
  if (!was || !is || before.length > 1 || after.length > 1) return 'regrouped';
  if (sourceBefore.slice(was.from, was.to) !== sourceAfter.slice(is.from, is.to)) return 'changed';
  return was.text === is.text && was.status === is.status && was.kind === is.kind ? 'same' : 'changed';
}
