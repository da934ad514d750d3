import { importDocument } from '../../../server/commands/document/import.ts';
import { cancelJob, type JobView, openJob } from '../../../server/commands/job/jobs.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import type { Context } from '../../../server/context.ts';
import { workOnJobs } from '../../../server/jobs/jobs.ts';
import { beginRelease } from '../../../server/release/begin.ts';
import { releaseJobs } from '../../../server/release/kind.ts';
import { releaseOrder } from '../../../server/release/order.ts';
import { persian } from '../writer.ts';

/** What a test says of the release that it wants. */
export type Wanted = Parameters<typeof releaseOrder.parse>[0];

/** Writes down a release; gives the id of its job, which is its own. */
export async function begin(ctx: Context, wanted: Wanted): Promise<string> {
  const begun = await beginRelease(ctx, releaseOrder.parse(wanted));
  if (!begun.ok) throw new Error(begun.problems.map(({ message }) => message).join(' '));
  return begun.value.job;
}

/** Works on jobs until one has ended. */
export async function workedOff(ctx: Context, id: string): Promise<JobView> {
  const failures: unknown[] = [];
  const jobs = workOnJobs(ctx, releaseJobs, (error) => failures.push(error), 5);
  try {
    for (;;) {
      if (failures.length > 0) throw failures[0];
      const job = await openJob(ctx, { id });
      if (['done', 'failed', 'cancelled'].includes(job.state)) return job;
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    await jobs.close();
  }
}

/** Makes a release; gives its id. */
export async function make(ctx: Context, wanted: Wanted): Promise<string> {
  const id = await begin(ctx, wanted);
  const job = await workedOff(ctx, id);
  if (job.state !== 'done') throw new Error(JSON.stringify(job.problems));
  return id;
}

export async function cancelled(ctx: Context, id: string): Promise<JobView> {
  await cancelJob(ctx, { id });
  return workedOff(ctx, id);
}

/** A project with documents of so many sentences each, all of them translated; no sentence is in two. */
export async function translatedProject(ctx: Context, lengths: readonly number[]) {
  const { id: project } = await createProject(ctx, { name: 'Released' });
  const documents: string[] = [];
  let first = 0;
  for (const [index, length] of lengths.entries()) {
    const text = persian(first + length)
      .split('\n')
      .slice(first / 5)
      .join('\n');
    const renderings = Array.from({ length }, (_, at) => ({
      text: `Sentence ${first + at} is about something.`,
      status: 'translated' as const,
      origin: 'typed' as const,
    }));
    const made = await importDocument(ctx, { project, title: `Text ${index + 1}`, text, renderings });
    if (!made.ok) throw new Error(made.problems[0]?.message);
    documents.push(made.value.id);
    first += length;
  }
  return { project, documents: documents as readonly string[] };
}
