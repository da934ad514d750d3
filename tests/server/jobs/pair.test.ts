import { describe, expect, it } from 'vitest';
import { listDocuments } from '../../../server/commands/document/list.ts';
import { cancelJob, type JobView, openJob } from '../../../server/commands/job/jobs.ts';
import { jobKinds } from '../../../server/commands/job/kinds.ts';
import { beginPair, type NewPair } from '../../../server/commands/job/pair.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import type { Context } from '../../../server/context.ts';
import { workOnJobs } from '../../../server/jobs/jobs.ts';
import { workerProgram } from '../apart/worker.ts';
import { withEngines } from '../engines.ts';
import { startProgram } from '../process/program.ts';
import { persian, renderings } from '../writer.ts';
import { spoken } from './spoken.ts';

const english = (sentences: number) =>
  persian(sentences).replace(/این جمله (\d+) درباره \S+ است\./g, 'This sentence $1 is about something.');

async function begin(ctx: Context, sentences: number, more: Partial<NewPair> = {}): Promise<string> {
  const { id: project } = await createProject(ctx, { name: 'Pairs' });
  const files = [persian(sentences), english(sentences)].map((text, side) => ({
    bytes: Buffer.from(text),
    filename: side === 0 ? 'a.fa.txt' : 'a.en.txt',
  }));
  const pair = {
    project,
    title: '',
    files,
    options: { paragraphs: 'soft', swap: false, shape: 'text' },
    ...more,
  } as const;
  return (await beginPair(ctx, pair)).job;
}

async function ended(ctx: Context, id: string): Promise<JobView> {
  for (;;) {
    const job = await openJob(ctx, { id });
    if (['done', 'failed', 'cancelled'].includes(job.state)) return job;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const filesLeft = ({ store }: Context) => store.db.selectFrom('job_file').select('number').execute();
const fail = (error: unknown) => {
  throw error;
};

withEngines((engine) => {
  describe('a pair that is brought in as a job', () => {
    it('becomes a document with both sides, and its files go', async () => {
      const ctx = await engine.context();
      const id = await begin(ctx, 30);
      expect(await filesLeft(ctx)).toHaveLength(2);
      const jobs = workOnJobs(ctx, jobKinds, fail, 5);
      const job = await ended(ctx, id);
      await jobs.close();
      expect(job).toMatchObject({
        state: 'done',
        share: 1,
        about: '\u2068a.fa.txt\u2069 · \u2068a.en.txt\u2069',
        problems: [],
      });
      expect(job.outcome).toMatchObject({ segments: 30, counts: { both: 30, sourceOnly: 0, targetOnly: 0 } });
      const texts = await renderings(ctx, job.outcome?.document ?? '');
      expect(texts).toEqual(Array.from({ length: 30 }, (_, n) => `This sentence ${n} is about something.`));
      expect(await filesLeft(ctx)).toEqual([]);
    });

    it('fails with words where a file cannot be read, and leaves nothing', async () => {
      const ctx = await engine.context();
      const id = await begin(ctx, 1, { files: [{ bytes: Buffer.from('سلام'), filename: 'a.txt' }] });
      const jobs = workOnJobs(ctx, jobKinds, fail, 5);
      expect(await ended(ctx, id)).toMatchObject({ state: 'failed', problems: [{ rule: 'pair.one-file' }] });
      await jobs.close();
      expect(await listDocuments(ctx)).toEqual([]);
      expect(await filesLeft(ctx)).toEqual([]);
    });

    it('is cancelled in the middle of its alignment, and leaves nothing', async () => {
      const ctx = await engine.context({ worker: await workerProgram() });
      const id = await begin(ctx, 6_000);
      const jobs = workOnJobs(ctx, jobKinds, fail, 5);
      while ((await openJob(ctx, { id })).share === 0) await new Promise((resolve) => setImmediate(resolve));
      expect(await cancelJob(ctx, { id })).toEqual({ cancelled: true });
      expect(await ended(ctx, id)).toMatchObject({ state: 'cancelled', outcome: null });
      await jobs.close();
      expect(await listDocuments(ctx)).toEqual([]);
      expect(await filesLeft(ctx)).toEqual([]);
    });

    it('becomes one document, however often its server is killed', async () => {
      const place = await engine.place();
      const ctx = await engine.context(place);
      const id = await begin(ctx, 200);
      for (let round = 0; round < 4; round++) {
        const server = await startProgram('tests/server/jobs/pairing.ts', { place, ahead: 60_000 * round });
        await spoken(server, 1 + (round % 2), ctx, id);
        await server.kill();
        const { length } = await listDocuments(ctx);
        expect(length).toBe((await openJob(ctx, { id })).state === 'done' ? 1 : 0);
      }
      const last = await startProgram('tests/server/jobs/pairing.ts', { place, ahead: 600_000 });
      expect(await ended(ctx, id)).toMatchObject({ state: 'done', outcome: { segments: 200 } });
      await last.kill();
      expect(await listDocuments(ctx)).toHaveLength(1);
    });
  });
});
