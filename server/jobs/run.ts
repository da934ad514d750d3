import type { Problem } from '../../shared/core/problem.ts';
import { WorkStopped } from '../apart/failure.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../db/database.ts';
import { storageProblem } from '../db/failure.ts';
import {
  changeClaimed,
  dropFiles,
  filesOf,
  type JobRow,
  type JobState,
  markPart,
  type PartRow,
  partsOf,
} from '../db/job.ts';
import { landing } from '../db/landing.ts';
import { orFull } from '../temporary/folder.ts';
import { endPart, LEASE } from './claim.ts';
import { inFolder } from './folder.ts';
import { type JobKind, type Part, PartRefused, type Write } from './kind.ts';

/** The job is no longer ours: it was cancelled, or another server has it. */
class Lost extends Error {}

/** A job that was begun so often and never ended takes its server down, or its own part: it is given up. */
const MOST_CLAIMS = 6;

const gaveUp: Problem = {
  rule: 'job-failed',
  message: 'Something went wrong in the server, and what was begun was taken back. Its log says more.',
};

export interface Watching {
  readonly signal: AbortSignal;
  progress(permille: number): void;
  report(error: unknown): void;
}

/** Works on a claimed job until it has ended, is lost, or is interrupted; then it is taken up again later. */
export async function runJob(ctx: Context, kind: JobKind, job: JobRow, watching: Watching): Promise<void> {
  try {
    if (job.state === 'running' && job.claims > MOST_CLAIMS) await goBack(ctx, kind, job, watching, [gaveUp]);
    else if (job.state === 'running') await goForward(ctx, kind, job, watching);
    else await finishBack(ctx, kind, job, watching);
  } catch (error) {
    if (!(error instanceof Lost) && !watching.signal.aborted) throw error;
  }
}

async function goForward(ctx: Context, kind: JobKind, job: JobRow, watching: Watching): Promise<void> {
  const parts = await partsOf(ctx.store.db, job.id);
  for (const row of parts) {
    if (row.done_at !== null) continue;
    const isLast = parts.every(({ number, done_at }) => done_at !== null || number <= row.number);
    const problems = await inFolder(async (folder) => {
      const part = { ...partOf(ctx, job, row, watching), folder };
      const made = await attempt(() => kind.part(ctx, part), watching);
      if (!made.ok) return made.problems;
      watching.signal.throwIfAborted();
      const found = await written(() => writePart(ctx, job, row, made.value, isLast), watching);
      return found.length > 0 ? found : null;
    });
    if (problems !== null) return goBack(ctx, kind, job, watching, problems);
  }
  if (parts.every(({ done_at }) => done_at !== null)) await endJob(ctx, job, 'running', 'done');
}

/** What a part makes; problems where its input, or the program, is wrong. What the storage does not let pass is tried
 *  again when the lease has run out. */
async function attempt(
  work: () => ReturnType<JobKind['part']>,
  { signal, report }: Watching,
): ReturnType<JobKind['part']> {
  try {
    return await work();
  } catch (thrown) {
    const error = orFull(thrown);
    if (signal.aborted || storageProblem(error) !== null) throw error;
    if (error instanceof WorkStopped) return { ok: false, problems: [error.problem] };
    report(error);
    return { ok: false, problems: [gaveUp] };
  }
}

/** Why a part could not be written; no problem where it was. What the storage does not let pass is tried again later. */
async function written(write: () => Promise<void>, { report }: Watching): Promise<readonly Problem[]> {
  try {
    await write();
    return [];
  } catch (error) {
    if (error instanceof PartRefused) return error.problems;
    if (error instanceof Lost || storageProblem(error) !== null) throw error;
    report(error);
    return [gaveUp];
  }
}

async function writePart(ctx: Context, job: JobRow, row: PartRow, write: Write, isLast: boolean): Promise<void> {
  await landing(ctx.store, async (trx, landed) => {
    const at = ctx.now();
    if (!(await endPart(trx, job, row.number, at, isLast))) throw new Lost();
    const outcome = await write(trx, landed);
    if (!(await markPart(trx, row, { isDone: true, at, outcome }))) throw new Lost();
    if (isLast) await dropFiles(trx, job.id);
  });
}

/** Turns a job round: what it has done is taken back. */
async function goBack(
  ctx: Context,
  kind: JobKind,
  job: JobRow,
  watching: Watching,
  problems: readonly Problem[],
): Promise<void> {
  const set = { state: 'failing' as const, problems: JSON.stringify(problems), changed_at: ctx.now() };
  await ctx.store.transaction((trx) => own(trx, job, ['running'], set));
  await finishBack(ctx, kind, { ...job, state: 'failing' }, watching);
}

async function finishBack(ctx: Context, kind: JobKind, job: JobRow, watching: Watching): Promise<void> {
  const done = (await partsOf(ctx.store.db, job.id)).filter(({ done_at }) => done_at !== null).reverse();
  for (const row of done) {
    if (!kind.takeBack) throw new Error(`Jobs of kind ${job.kind} cannot be taken back`);
    const write = await kind.takeBack(ctx, partOf(ctx, job, row, watching), JSON.parse(row.outcome ?? 'null'));
    watching.signal.throwIfAborted();
    await landing(ctx.store, async (trx, landed) => {
      const at = ctx.now();
      const permille = Math.floor((1000 * row.number) / job.parts);
      await own(trx, job, [job.state], { done: row.number, permille, lease_until: at + LEASE, changed_at: at });
      const outcome = await write(trx, landed);
      if (!(await markPart(trx, row, { isDone: false, at, outcome }))) throw new Lost();
    });
  }
  await endJob(ctx, job, job.state, job.state === 'cancelling' ? 'cancelled' : 'failed');
}

async function endJob(ctx: Context, job: JobRow, from: JobState, to: JobState): Promise<void> {
  await ctx.store.transaction(async (trx) => {
    await own(trx, job, [from], { state: to, changed_at: ctx.now() });
    await dropFiles(trx, job.id);
  });
}

async function own(trx: Writer, job: JobRow, ...[states, set]: OwnArguments): Promise<void> {
  if (!(await changeClaimed(trx, job, states, set))) throw new Lost();
}

type OwnArguments = [states: Parameters<typeof changeClaimed>[2], set: Parameters<typeof changeClaimed>[3]];

function partOf({ store }: Context, job: JobRow, row: PartRow, { signal, progress }: Watching): Part {
  return {
    job: job.id,
    project: job.project_id,
    person: job.person,
    number: row.number,
    input: JSON.parse(job.input) as unknown,
    partInput: JSON.parse(row.input) as unknown,
    files: () => filesOf(store.db, job.id),
    signal,
    progress: (share) => progress(Math.floor((1000 * (row.number + share)) / job.parts)),
  };
}
