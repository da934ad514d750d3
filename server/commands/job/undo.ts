import type { Context } from '../../context.ts';
import { type JobRow, jobById, partsOf, turnDone } from '../../db/job.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { LEASE } from '../../jobs/claim.ts';
import { workThrough } from '../../jobs/through.ts';
import { actJob } from '../act/act.ts';
import { actOf } from './acts.ts';

/** What became of taking an act back. */
export interface Undone {
  /** False where it cannot be taken back (any more), or somebody else was first. */
  readonly isTurned: boolean;
  /** False while it is still under way: it goes on by itself. */
  readonly isDone: boolean;
  /** What became of each piece, in the order in which they were done. */
  readonly pieces: readonly { readonly piece: unknown; readonly outcome: unknown }[];
}

/** Takes an act back that is done, however long ago: piece by piece, the last one first. What others have changed since
 *  stays. */
export async function undoAct(ctx: Context, { id }: { readonly id: string }): Promise<Undone> {
  const { store } = ctx;
  const known = await jobById(store.db, id);
  const act = known && actOf(known.kind);
  if (!known || !act) throw new UnknownRecord('job', id);
  const turned: JobRow | null = await store.transaction((trx) => {
    const at = ctx.now();
    return turnDone(trx, id, at, at + LEASE);
  });
  if (!turned) return { isTurned: false, isDone: known.state === 'cancelled', pieces: [] };
  const ended = await workThrough(ctx, actJob(act), turned, ctx.report);
  const parts = await partsOf(store.db, id);
  return {
    isTurned: true,
    isDone: ended?.state === 'cancelled',
    pieces: parts
      .filter(({ done_at }) => done_at === null)
      .map(({ input, outcome }) => ({ piece: JSON.parse(input), outcome: JSON.parse(outcome ?? 'null') })),
  };
}
