import type { Checked, Problem } from '../../../shared/core/problem.ts';
import type { Context } from '../../context.ts';
import type { Writer } from '../../db/database.ts';
import { insertJob, jobById, markPart, partsOf } from '../../db/job.ts';
import { landing } from '../../db/landing.ts';
import { endPart, LEASE } from '../../jobs/claim.ts';
import { PartRefused } from '../../jobs/kind.ts';
import { workThrough } from '../../jobs/through.ts';
import { type Act, type ActInput, actJob, type Piece } from './act.ts';

/** What an act is to be written down with: its pieces in the order in which they are done, one at least. */
export interface Plan<Input, P> {
  readonly input: Input;
  readonly pieces: readonly [P, ...P[]];
}

/** How an act ended, or how far it is where others have to go on with it. */
export interface Acted<P, Outcome> {
  readonly job: string;
  /** False while it is still under way: it goes on by itself. */
  readonly isDone: boolean;
  /** What is done, piece by piece. */
  readonly done: readonly { readonly piece: P; readonly outcome: Outcome }[];
}

/** Plans an act, writes it down with its first piece, all in one transaction, and goes through the rest. Whatever dies on the
 *  way, the act is done whole, or taken back, by whichever server is there. */
export async function beginAct<Input extends ActInput, P extends Piece, Outcome>(
  ctx: Context,
  act: Act<Input, P, Outcome>,
  project: string,
  plan: (trx: Writer) => Promise<Checked<Plan<Input, P>>>,
): Promise<Checked<Acted<P, Outcome>>> {
  const { store, person } = ctx;
  const id = ctx.newId();
  try {
    const begun = await landing(store, async (trx, landed) => {
      const planned = await plan(trx);
      if (!planned.ok) return planned;
      const { input, pieces } = planned.value;
      const at = ctx.now();
      const job = { id, project, kind: act.kind, input, parts: pieces, person, at, lease: at + LEASE };
      await insertJob(trx, job);
      const purpose = { kind: act.kind, deed: `${id} ${act.kind}`, names: input.names };
      const outcome = await act.make({ ctx, trx, landed, project, job: id, purpose }, input, pieces[0]);
      await markPart(trx, { job_id: id, number: 0 }, { isDone: true, at, outcome });
      await endPart(trx, { id, claims: 1, parts: pieces.length }, 0, at);
      return { ok: true, value: null } as const;
    });
    if (!begun.ok) return begun;
  } catch (error) {
    if (error instanceof PartRefused) return { ok: false, problems: error.problems };
    throw error;
  }
  return goOn(ctx, act, id);
}

/** Goes through what is left of an act that this server holds. */
async function goOn<Input extends ActInput, P extends Piece, Outcome>(
  ctx: Context,
  act: Act<Input, P, Outcome>,
  id: string,
): Promise<Checked<Acted<P, Outcome>>> {
  const { db } = ctx.store;
  const begun = await jobById(db, id);
  if (!begun) throw new Error(`Job ${id} is gone`);
  const job =
    begun.state === 'running' && begun.claims === 1
      ? await workThrough(ctx, actJob(act as unknown as Act), begun, ctx.report)
      : begun;
  if (job?.state === 'failed') return { ok: false, problems: JSON.parse(job.problems ?? '[]') as readonly Problem[] };
  if (job?.state === 'cancelled') return { ok: false, problems: [cancelled] };
  const parts = (await partsOf(db, id)).filter(({ done_at }) => done_at !== null);
  return {
    ok: true,
    value: {
      job: id,
      isDone: job?.state === 'done',
      done: parts.map(({ input, outcome }) => ({
        piece: JSON.parse(input) as P,
        outcome: JSON.parse(outcome ?? 'null') as Outcome,
      })),
    },
  };
}

const cancelled: Problem = {
  rule: 'act-cancelled',
  message: 'It was stopped on the way, and what was done was taken back.',
};
