import { readdir } from 'node:fs/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { listDocuments } from '../../../server/commands/document/list.ts';
import { beginCorpus } from '../../../server/commands/job/corpus.ts';
import { cancelJob, type JobView, openJob } from '../../../server/commands/job/jobs.ts';
import { jobKinds } from '../../../server/commands/job/kinds.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import type { Context } from '../../../server/context.ts';
import { unitsOfDocument } from '../../../server/db/memory.ts';
import { segmentsAfter } from '../../../server/db/segment.ts';
import { workOnJobs } from '../../../server/jobs/jobs.ts';
import { workerProgram } from '../apart/worker.ts';
import { withEngines } from '../engines.ts';
import { startProgram } from '../process/program.ts';
import { temporaryFolder } from '../temporary.ts';
import { spoken } from './spoken.ts';

const lines = (rows: number) =>
  Array.from({ length: rows }, (_, n) => `${JSON.stringify({ fa: `این جمله ${n} است.`, en: `This is ${n}.` })}\n`).join(
    '',
  );

async function begin(ctx: Context, ...rows: readonly number[]): Promise<string> {
  const { id: project } = await createProject(ctx, { name: 'Corpora' });
  const files = rows.map((count, index) => ({ name: `${index}.jsonl`, bytes: Buffer.from(lines(count)) }));
  const begun = await beginCorpus(ctx, { project, files, choices: { labels: {}, without: [] } });
  if (!begun.ok) throw new Error(begun.problems[0]?.message);
  return begun.value.job;
}

async function ended(ctx: Context, id: string): Promise<JobView> {
  for (;;) {
    const job = await openJob(ctx, { id });
    if (['done', 'failed', 'cancelled'].includes(job.state)) return job;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A folder of this test for what waits on disk, and what is left in it. */
async function ownTemporary() {
  const folder = await temporaryFolder();
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  return { left: () => readdir(folder) };
}

const filesLeft = ({ store }: Context) => store.db.selectFrom('job_file').select('number').execute();
const fail = (error: unknown) => {
  throw error;
};

withEngines((engine) => {
  describe('corpora that are brought in as a job', () => {
    it('become all their documents at once, and the files go', async () => {
      const ctx = await engine.context();
      const folders = await ownTemporary();
      const id = await begin(ctx, 3, 2_600);
      const jobs = workOnJobs(ctx, jobKinds, fail, 5);
      const job = await ended(ctx, id);
      await jobs.close();
      expect(job).toMatchObject({ state: 'done', about: '\u20680.jsonl\u2069 · \u20681.jsonl\u2069', problems: [] });
      expect(job.outcome).toMatchObject({
        segments: 2_603,
        counts: { both: 2_603 },
        documents: [{ segments: 3 }, { segments: 2_600 }],
      });
      const documents = await listDocuments(ctx);
      expect(documents).toHaveLength(2);
      const whole = documents.find(({ progress }) => progress.segments === 2_600)?.id ?? '';
      const stored = await segmentsAfter(ctx.store.db, whole, undefined, 10_000);
      expect(stored.map(({ rendering }) => rendering)).toEqual(
        Array.from({ length: 2_600 }, (_, n) => `This is ${n}.`),
      );
      expect(await unitsOfDocument(ctx.store.db, documents[0]?.project ?? '', whole)).toHaveLength(2_600);
      expect(await filesLeft(ctx)).toEqual([]);
      expect(await folders.left()).toEqual([]);
    });

    it('are cancelled while they are read, and leave nothing', async () => {
      const ctx = await engine.context({ worker: await workerProgram() });
      const folders = await ownTemporary();
      const id = await begin(ctx, 5, 60_000);
      const jobs = workOnJobs(ctx, jobKinds, fail, 5);
      while ((await openJob(ctx, { id })).share === 0) await new Promise((resolve) => setImmediate(resolve));
      expect(await cancelJob(ctx, { id })).toEqual({ cancelled: true });
      expect(await ended(ctx, id)).toMatchObject({ state: 'cancelled', outcome: null });
      await jobs.close();
      expect(await listDocuments(ctx)).toEqual([]);
      expect(await filesLeft(ctx)).toEqual([]);
      expect(await folders.left()).toEqual([]);
    });

    it('come in once, all of them, however often their server is killed', async () => {
      const place = await engine.place();
      const ctx = await engine.context(place);
      const id = await begin(ctx, 50, 40, 30);
      for (let round = 0; round < 4; round++) {
        const server = await startProgram('tests/server/jobs/pairing.ts', { place, ahead: 60_000 * round });
        await spoken(server, 1 + (round % 2), ctx, id);
        await server.kill();
        const { length } = await listDocuments(ctx);
        expect(length).toBe((await openJob(ctx, { id })).state === 'done' ? 3 : 0);
      }
      const last = await startProgram('tests/server/jobs/pairing.ts', { place, ahead: 600_000 });
      expect(await ended(ctx, id)).toMatchObject({ state: 'done', outcome: { segments: 120 } });
      await last.kill();
      expect(await listDocuments(ctx)).toHaveLength(3);
    });
  });
});
