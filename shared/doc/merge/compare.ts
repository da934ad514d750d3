import type { Node } from 'prosemirror-model';
import { type Segment, segments } from '../model/read.ts';
import { runs } from './runs.ts';

/**
 * What became of a stretch of the source between two versions.
 * - `same`: one segment, neither its rendering nor its status nor its kind changed
 * - `changed`: one segment, one of these did
 * - `regrouped`: segments were split, merged, or got other borders
 */
export interface SegmentChange {
  readonly kind: 'same' | 'changed' | 'regrouped';
  readonly before: readonly Segment[];
  readonly after: readonly Segment[];
}

/** What changed from `before` to `after`, two versions of one source, in document order. Both sides of a change hold one
 *  segment at least; a comparison reads the changes from the first to the last to see all of either version. */
export function compareVersions(before: Node, after: Node): readonly SegmentChange[] {
  return runs(segments(before), segments(after)).map((run) => ({ kind: kindOf(run.before, run.after), ...run }));
}

/** How many changes there are of each kind. */
export function countChanges(changes: readonly SegmentChange[]): Readonly<Record<SegmentChange['kind'], number>> {
  const counts = { same: 0, changed: 0, regrouped: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

function kindOf(before: readonly Segment[], after: readonly Segment[]): SegmentChange['kind'] {
  const [was, is] = [before[0], after[0]];
  if (!was || !is || before.length > 1 || after.length > 1) return 'regrouped';
  return was.text === is.text && was.status === is.status && was.kind === is.kind ? 'same' : 'changed';
}
