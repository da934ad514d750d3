import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { type JobRow, jobById } from '../db/job.ts';
import { claimJob, keepClaim, letGo } from './claim.ts';
import type { JobKind, JobKinds } from './kind.ts';
import { runJob } from './run.ts';

/** How often a server looks for jobs, says that it lives, and hears that one was cancelled, in milliseconds. */
const BEAT = 1_000;

/** The jobs that this server works on. */
export interface Jobs {
  /** A job was written down, or is to be taken back: no need to wait for the next look. */
  wake(): void;
  /** Lets go of what runs; another server, or the next start, takes it up again. */
  close(): Promise<void>;
}

/** Works on jobs, one after the other, as long as the server runs: those that are new, and those that another server has
 *  left. */
export function workOnJobs(ctx: Context, kinds: JobKinds, report: (error: unknown) => void, beat = BEAT): Jobs {
  const closing = new AbortController();
  let woken = new AbortController();
  const rest = () =>
    pause(beat, undefined, { ref: false, signal: AbortSignal.any([closing.signal, woken.signal]) }).catch(() => {});

  const work = async () => {
    let lost = false;
    while (!closing.signal.aborted) {
      woken = new AbortController();
      try {
        const job = await claimJob(ctx, Object.keys(kinds));
        lost = false;
        const kind = job ? kinds[job.kind] : undefined;
        if (job && kind) await watched(job, kind);
        else await rest();
      } catch (error) {
        if (!lost) report(error);
        lost = true;
        await rest();
      }
    }
  };

  const watched = async (job: JobRow, kind: JobKind) => {
    const ended = new AbortController();
    const stopped = new AbortController();
    let permille = job.permille;
    const watch = async () => {
      while (!ended.signal.aborted) {
        await pause(beat, undefined, {
          ref: false,
          signal: AbortSignal.any([ended.signal, woken.signal, closing.signal]),
        }).catch(() => {});
        if (woken.signal.aborted) woken = new AbortController();
        if (ended.signal.aborted || closing.signal.aborted) return;
        try {
          const isOwn = await keepClaim(ctx, job, permille);
          const state = (await jobById(ctx.store.db, job.id))?.state;
          if (!isOwn || (state === 'cancelling' && job.state === 'running')) stopped.abort();
        } catch (error) {
          report(error);
        }
      }
    };
    const watching = watch();
    const signal = AbortSignal.any([stopped.signal, closing.signal]);
    const progress = (reached: number) => {
      permille = Math.max(permille, reached);
    };
    try {
      await runJob(ctx, kind, job, { signal, progress, report });
    } finally {
      ended.abort();
      await watching;
      if (closing.signal.aborted) await letGo(ctx, job).catch(report);
    }
    // Cancelled under way: the way back begins at once, and not when the lease has run out.
    const now = await jobById(ctx.store.db, job.id);
    if (now?.state === 'cancelling' && now.claims === job.claims && !closing.signal.aborted) {
      await watched({ ...job, state: 'cancelling' }, kind);
    }
  };

  const working = work();
  return {
    wake: () => woken.abort(),
    async close() {
      closing.abort();
      await working;
    },
  };
}
