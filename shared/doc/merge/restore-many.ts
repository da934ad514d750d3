import { Fragment, type Node, Slice } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import type { Segment } from '../model/read.ts';
import { StretchStep } from '../model/stretch-step.ts';
import type { Run } from './runs.ts';

/** Whole segments and what they become. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly nodes: readonly Node[];
}

/** Makes `runs`, as the document of `tr` has them, what they are to be: whole segments at once, as few in a step as it takes to
 *  come by with `steps` of them or about. `restoreRun` is for one that reaches over the end of a page. Nothing of a segment that does not differ is
 *  written. From the end to the start, so that what is still to come stands where it stood. */
export function restoreMany(tr: Transform, runs: readonly Run[], steps: number, restoreRun: (run: Run) => void): void {
  const most = Math.ceil(differing(runs) / steps);
  let group: Piece | null = null;
  const write = () => {
    if (group) tr.step(new StretchStep(group.from, group.to, new Slice(Fragment.from(group.nodes), 0, 0)));
    group = null;
  };
  for (const run of runs.toReversed()) {
    const found = pieces(run);
    if (!found) {
      write();
      restoreRun(run);
      continue;
    }
    for (const piece of found.toReversed()) {
      if (group && (piece.to !== group.from || group.nodes.length + piece.nodes.length > most)) write();
      group = group ? { from: piece.from, to: group.to, nodes: [...piece.nodes, ...group.nodes] } : piece;
    }
  }
  write();
}

/** What differs of a run, in document order; `null` where it has to be cut anew over the end of a page. */
function pieces({ before, after }: Run): readonly Piece[] | null {
  if (before.length === after.length)
    return before.flatMap((segment, index) => {
      const target = after[index]?.node;
      return target && !target.eq(segment.node) ? [piece([segment], [target])] : [];
    });
  const isOnePage = before.every((segment, index) => index === 0 || segment.pos === endOf(before[index - 1]));
  const nodes = after.map(({ node }) => node);
  return isOnePage ? [piece(before, nodes)] : null;
}

function piece(before: readonly Segment[], nodes: readonly Node[]): Piece {
  return { from: before[0]?.pos ?? 0, to: endOf(before.at(-1)), nodes };
}

function endOf(segment: Segment | undefined): number {
  return segment ? segment.pos + segment.node.nodeSize : 0;
}

/** How many segments differ in `runs`, those left out that have to be cut anew over the end of a page. */
export function differing(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + (pieces(run) ?? []).reduce((all, { nodes }) => all + nodes.length, 0), 0);
}
