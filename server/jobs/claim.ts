import type { Context } from '../context.ts';
import type { Writer } from '../db/database.ts';
import { changeClaimed, claimableJobs, type JobRow, openStates } from '../db/job.ts';

/** How long a server that is not heard of keeps a job, in milliseconds: longer than any pause of one that lives. */
export const LEASE = 15_000;

/** Takes a job that nobody works on; `null` when there is none. Two servers may try: the number of claims, which both have
 *  read, lets one of them through, and whoever held the job before can write nothing more. */
export async function claimJob({ store, now }: Context, kinds: readonly string[]): Promise<JobRow | null> {
  for (const job of await claimableJobs(store.db, kinds, now())) {
    const claims = job.claims + 1;
    const state = job.state === 'waiting' ? 'running' : job.state;
    const at = now();
    const taken = await store.transaction((trx) =>
      changeClaimed(trx, job, [job.state], { claims, state, lease_until: at + LEASE, changed_at: at }),
    );
    if (taken) return { ...job, claims, state, lease_until: at + LEASE };
  }
  return null;
}

/** Says that the server still works on the job, and how far it is. False when the job is no longer its own. */
export function keepClaim({ store, now }: Context, job: JobRow, permille: number): Promise<boolean> {
  return store.transaction((trx) =>
    changeClaimed(trx, job, openStates, { lease_until: now() + LEASE, permille, changed_at: now() }),
  );
}

/** Leaves a job that has not ended to whoever comes next. */
export async function letGo({ store }: Context, job: JobRow): Promise<void> {
  await store.transaction((trx) => changeClaimed(trx, job, openStates, { lease_until: 0 }));
}

/** Says that a part is done, the last of a job that then has ended; in the transaction that writes it. False when the job is no
 *  longer its own. */
export function endPart(
  trx: Writer,
  { id, claims, parts }: Pick<JobRow, 'id' | 'claims' | 'parts'>,
  number: number,
  at: number,
  isLast = number + 1 === parts,
): Promise<boolean> {
  return changeClaimed(trx, { id, claims }, ['running'], {
    done: number + 1,
    permille: Math.floor((1000 * (number + 1)) / parts),
    lease_until: at + LEASE,
    changed_at: at,
    ...(isLast && { state: 'done' as const }),
  });
}
