import type { Context } from '../context.ts';
import { type JobRow, jobById } from '../db/job.ts';
import type { JobKind } from './kind.ts';
import { runJob } from './run.ts';

/** Works on a job that the caller holds until it has ended: forward, and back where it was cancelled under way or could not be
 *  done. Where another server has taken it over, or the storage is away, it is left to whoever comes next. Gives it as it
 *  stands then. */
export async function workThrough(ctx: Context, kind: JobKind, job: JobRow, report: (error: unknown) => void) {
  const watching = { signal: new AbortController().signal, progress: () => {}, report };
  await runJob(ctx, kind, job, watching);
  const now = await jobById(ctx.store.db, job.id);
  if (now?.state === 'cancelling' && job.state === 'running' && now.claims === job.claims) {
    await runJob(ctx, kind, { ...job, state: 'cancelling' }, watching);
    return jobById(ctx.store.db, job.id);
  }
  return now;
}
