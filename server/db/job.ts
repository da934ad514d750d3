import type { Selectable, Updateable } from 'kysely';
import { inBatches } from './batch.ts';
import type { JobPartTable, JobTable, Reader, Writer } from './database.ts';

/** States in which a job is still to be worked on: forward, or back. */
export const openStates = ['waiting', 'running', 'cancelling', 'failing'] as const;
export type OpenState = (typeof openStates)[number];
export type JobState = OpenState | 'done' | 'cancelled' | 'failed';

/** How many jobs are asked for at once. */
const BATCH = 250;

export type JobRow = Selectable<JobTable>;
export type PartRow = Selectable<JobPartTable>;

/** A job to be written down. */
export interface NewJob {
  readonly id: string;
  readonly project: string | null;
  readonly kind: string;
  /** JSON of what all parts need. */
  readonly input: unknown;
  /** JSON of what each part needs, in the order in which they are done. */
  readonly parts: readonly unknown[];
  readonly files?: readonly Uint8Array[];
  readonly person: string;
  readonly at: number;
  /** Until when whoever writes it down holds it; left out, anybody may begin it. */
  readonly lease?: number;
}

/** Writes a job down. Whoever claims it first does it; the caller may do its first part in the same transaction. */
export async function insertJob(trx: Writer, job: NewJob): Promise<void> {
  await trx
    .insertInto('job')
    .values({
      id: job.id,
      project_id: job.project,
      kind: job.kind,
      input: JSON.stringify(job.input),
      state: job.lease === undefined ? 'waiting' : 'running',
      person: job.person,
      parts: job.parts.length,
      done: 0,
      permille: 0,
      claims: job.lease === undefined ? 0 : 1,
      lease_until: job.lease ?? 0,
      problems: null,
      created_at: job.at,
      changed_at: job.at,
    })
    .execute();
  for (const [number, input] of job.parts.entries()) {
    const row = { job_id: job.id, number, input: JSON.stringify(input), outcome: null, done_at: null };
    await trx.insertInto('job_part').values(row).execute();
  }
  for (const [number, body] of (job.files ?? []).entries()) {
    await trx.insertInto('job_file').values({ job_id: job.id, number, body }).execute();
  }
}

/** Adds a file, or a piece of one, to a job. */
export async function addFile(trx: Writer, job: string, number: number, body: Uint8Array): Promise<void> {
  await trx.insertInto('job_file').values({ job_id: job, number, body }).execute();
}

/** One file of a job. */
export async function fileOf(reader: Reader, job: string, number: number): Promise<Uint8Array> {
  const query = reader.selectFrom('job_file').select('body').where('job_id', '=', job).where('number', '=', number);
  const { body } = await query.executeTakeFirstOrThrow();
  return new Uint8Array(body);
}

export function jobById(reader: Reader, id: string): Promise<JobRow | undefined> {
  return reader.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The newest jobs of a project, or of all, the one changed last first. */
export function selectJobs(reader: Reader, project: string | undefined, limit: number): Promise<readonly JobRow[]> {
  const query = reader.selectFrom('job').selectAll().orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(limit);
  return project === undefined ? query.execute() : query.where('project_id', '=', project).execute();
}

export function partsOf(reader: Reader, job: string): Promise<readonly PartRow[]> {
  return reader.selectFrom('job_part').selectAll().where('job_id', '=', job).orderBy('number').execute();
}

/** The outcomes of all parts of each of these jobs, read from JSON. */
export async function outcomesOf(
  reader: Reader,
  jobs: readonly string[],
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const outcomes = new Map<string, unknown[]>(jobs.map((job) => [job, []]));
  await inBatches(jobs, BATCH, async (batch) => {
    const rows = await reader
      .selectFrom('job_part')
      .select(['job_id', 'outcome'])
      .where('job_id', 'in', batch)
      .orderBy('job_id')
      .orderBy('number')
      .execute();
    for (const { job_id, outcome } of rows) outcomes.get(job_id)?.push(JSON.parse(outcome ?? 'null'));
  });
  return outcomes;
}

export async function filesOf(reader: Reader, job: string): Promise<readonly Uint8Array[]> {
  const rows = await reader.selectFrom('job_file').select('body').where('job_id', '=', job).orderBy('number').execute();
  return rows.map(({ body }) => new Uint8Array(body));
}

/** Open jobs of these kinds that nobody works on: new ones, and those whose worker has not been heard of. */
export function claimableJobs(reader: Reader, kinds: readonly string[], now: number): Promise<readonly JobRow[]> {
  return reader
    .selectFrom('job')
    .selectAll()
    .where('state', 'in', openStates)
    .where('lease_until', '<', now)
    .where('kind', 'in', kinds)
    .orderBy('id')
    .limit(8)
    .execute();
}

/** Changes a job if its claim is still the one that was read: of two who try, one succeeds. */
export async function changeClaimed(
  trx: Writer,
  { id, claims }: Pick<JobRow, 'id' | 'claims'>,
  states: readonly JobState[],
  set: Updateable<JobTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('job')
    .set(set)
    .where('id', '=', id)
    .where('claims', '=', claims)
    .where('state', 'in', states)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Asks for a job to be taken back; false when it has ended, or is on its way back already. */
export async function askToCancel(trx: Writer, id: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('job')
    .set({ state: 'cancelling', changed_at: at })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Turns a job that is done round, so that all of it is taken back; whoever asked holds it until `lease`. `null` where it is
 *  not done, or somebody else was first. */
export async function turnDone(trx: Writer, id: string, at: number, lease: number): Promise<JobRow | null> {
  const row = await jobById(trx, id);
  if (row?.state !== 'done') return null;
  const set = { state: 'cancelling', claims: row.claims + 1, lease_until: lease, changed_at: at } as const;
  return (await changeClaimed(trx, row, ['done'], set)) ? { ...row, ...set } : null;
}

/** The jobs of a project that are of these kinds and not at their end. */
export function openJobs(reader: Reader, project: string, kinds: readonly string[]): Promise<readonly JobRow[]> {
  return reader
    .selectFrom('job')
    .selectAll()
    .where('project_id', '=', project)
    .where('state', 'in', openStates)
    .where('kind', 'in', kinds)
    .execute();
}

/** The ids of all jobs that are not at their end. */
export async function openJobIds(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.selectFrom('job').select('id').where('state', 'in', openStates).execute();
  return rows.map(({ id }) => id);
}

/** All jobs of a project that are of these kinds, newest first. */
export function jobsOfKind(reader: Reader, project: string, kinds: readonly string[]): Promise<readonly JobRow[]> {
  return reader
    .selectFrom('job')
    .selectAll()
    .where('project_id', '=', project)
    .where('kind', 'in', kinds)
    .orderBy('id', 'desc')
    .execute();
}

/** Marks a part as done, or as taken back, with what came of that; false when it is so already. */
export async function markPart(
  trx: Writer,
  { job_id, number }: Pick<PartRow, 'job_id' | 'number'>,
  { isDone, at, outcome }: { readonly isDone: boolean; readonly at: number; readonly outcome: unknown },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('job_part')
    .set({ done_at: isDone ? at : null, outcome: JSON.stringify(outcome ?? null) })
    .where('job_id', '=', job_id)
    .where('number', '=', number)
    .where('done_at', isDone ? 'is' : 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A job that has ended needs its files no more. */
export async function dropFiles(trx: Writer, job: string): Promise<void> {
  await trx.deleteFrom('job_file').where('job_id', '=', job).execute();
}
