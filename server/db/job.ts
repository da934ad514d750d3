import type { Selectable, Updateable } from 'kysely';
import type { JobPartTable, JobTable, Reader, Writer } from './database.ts';

/** States in which a job is still to be worked on: forward, or back. */
export const openStates = ['waiting', 'running', 'cancelling', 'failing'] as const;
export type OpenState = (typeof openStates)[number];
export type JobState = OpenState | 'done' | 'cancelled' | 'failed';

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
      state: 'waiting',
      person: job.person,
      parts: job.parts.length,
      done: 0,
      permille: 0,
      claims: 0,
      lease_until: 0,
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

/** Marks a part as done with its outcome, or with `null` as still to be done; false when it is so already. */
export async function markPart(
  trx: Writer,
  { job_id, number }: Pick<PartRow, 'job_id' | 'number'>,
  done: { readonly at: number; readonly outcome: unknown } | null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('job_part')
    .set({ done_at: done?.at ?? null, outcome: done ? JSON.stringify(done.outcome ?? null) : null })
    .where('job_id', '=', job_id)
    .where('number', '=', number)
    .where('done_at', done ? 'is' : 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A job that has ended needs its files no more. */
export async function dropFiles(trx: Writer, job: string): Promise<void> {
  await trx.deleteFrom('job_file').where('job_id', '=', job).execute();
}
