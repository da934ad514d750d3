import { expect, it } from 'vitest';
import type { Context } from '../../../server/context.ts';
import { askToCancel, insertJob, type JobState, jobById } from '../../../server/db/job.ts';
import { claimJob } from '../../../server/jobs/claim.ts';
import { type Jobs, workOnJobs } from '../../../server/jobs/jobs.ts';
import { runJob } from '../../../server/jobs/run.ts';
import { withEngines } from '../engines.ts';
import { startProgram } from '../process/program.ts';
import { counted, counting, countTo, upTo } from './counting.ts';
import { spoken } from './spoken.ts';

const idle = { signal: new AbortController().signal, progress: () => {}, report: () => {} };
const fail = (error: unknown) => {
  throw error;
};

/** Resolves once the job is in one of these states. */
async function until(ctx: Context, job: string, ...states: readonly JobState[]): Promise<JobState> {
  for (;;) {
    const row = await jobById(ctx.store.db, job);
    if (row && states.includes(row.state)) return row.state;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function ending<T>(jobs: Jobs, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await jobs.close();
  }
}

withEngines((engine) => {
  it('does each part of a job once, in order', async () => {
    const ctx = await engine.context();
    const parts: number[] = [];
    const job = await countTo(ctx, 12);
    const kind = counting((part) => void parts.push(part));
    await ending(workOnJobs(ctx, { count: kind }, fail, 5), () => until(ctx, job, 'done'));
    expect(parts).toEqual(Array.from({ length: 12 }, (_, number) => number));
    expect(await counted(ctx, job)).toEqual(upTo(12));
    expect(await jobById(ctx.store.db, job)).toMatchObject({ done: 12, permille: 1000, problems: null });
  });

  it('shares jobs among servers, and each part is done by one of them', async () => {
    const place = await engine.place();
    const contexts = await Promise.all([0, 1, 2].map(() => engine.context(place)));
    const [ctx] = contexts;
    if (!ctx) throw new Error('There is no server');
    const jobs = await Promise.all(Array.from({ length: 9 }, () => countTo(ctx, 4)));
    const servers = contexts.map((each) => workOnJobs(each, { count: counting() }, fail, 5));
    for (const job of jobs) await until(ctx, job, 'done');
    await Promise.all(servers.map((server) => server.close()));
    for (const job of jobs) expect(await counted(ctx, job)).toEqual(upTo(4));
  });

  it('takes back what was done when a part finds a problem, and keeps the problem', async () => {
    const ctx = await engine.context();
    const job = await countTo(ctx, 9, 6);
    await ending(workOnJobs(ctx, { count: counting() }, fail, 5), () => until(ctx, job, 'failed', 'done'));
    expect(await counted(ctx, job)).toEqual([]);
    const row = await jobById(ctx.store.db, job);
    expect(row).toMatchObject({ state: 'failed', done: 0 });
    expect(JSON.parse(row?.problems ?? '')).toMatchObject([{ rule: 'stop' }]);
  });

  it('takes back what was done when it is cancelled, whichever server is asked', async () => {
    const place = await engine.place();
    const [ctx, other] = [await engine.context(place), await engine.context(place)];
    const job = await countTo(ctx, 9);
    const kind = counting(async (part) => {
      if (part === 5) await other.store.transaction((trx) => askToCancel(trx, job, other.now()));
    });
    await ending(workOnJobs(ctx, { count: kind }, fail, 5), () => until(ctx, job, 'cancelled', 'done'));
    expect(await jobById(ctx.store.db, job)).toMatchObject({ state: 'cancelled', done: 0 });
    expect(await counted(ctx, job)).toEqual([]);
    expect(await other.store.transaction((trx) => askToCancel(trx, job, other.now()))).toBe(false);
  });

  it('ends what is cancelled before anybody has begun it', async () => {
    const ctx = await engine.context();
    const job = await countTo(ctx, 3);
    await ctx.store.transaction((trx) => askToCancel(trx, job, ctx.now()));
    await ending(workOnJobs(ctx, { count: counting() }, fail, 5), () => until(ctx, job, 'cancelled'));
    expect(await counted(ctx, job)).toEqual([]);
  });

  it('goes on where a server left off that was closed, at once', async () => {
    const ctx = await engine.context();
    const job = await countTo(ctx, 8);
    let first: Jobs | undefined;
    const closed = new Promise<void>((resolve) => {
      const kind = counting((part) => {
        if (part === 3) void first?.close().then(resolve);
      });
      first = workOnJobs(ctx, { count: kind }, fail, 5);
    });
    await closed;
    const done = await counted(ctx, job);
    expect(done.length).toBeLessThan(8);
    await ending(workOnJobs(ctx, { count: counting() }, fail, 5), () => until(ctx, job, 'done'));
    expect(await counted(ctx, job)).toEqual(upTo(8));
  });

  it('lets a server that was frozen while another took over write nothing more', async () => {
    const place = await engine.place();
    const frozen = await engine.context(place);
    const later = await engine.context({ ...place, now: () => Date.now() + 60_000 });
    const job = await countTo(frozen, 5);
    const held = await claimJob(frozen, ['count']);
    if (!held) throw new Error('There is no job');
    expect(await claimJob(frozen, ['count'])).toBe(null);
    await ending(workOnJobs(later, { count: counting() }, fail, 5), () => until(later, job, 'done'));
    await runJob(frozen, counting(), held, idle);
    expect(await counted(frozen, job)).toEqual(upTo(5));
    expect(await jobById(frozen.store.db, job)).toMatchObject({ state: 'done', done: 5 });
  });

  it('gives up a job that takes its server down again and again', async () => {
    const ctx = await engine.context();
    const job = await countTo(ctx, 2);
    let time = Date.now();
    const dying = { ...ctx, now: () => (time += 60_000) };
    for (let start = 0; start < 6; start++) expect(await claimJob(dying, ['count'])).toMatchObject({ id: job });
    await ending(workOnJobs(dying, { count: counting() }, fail, 5), () => until(ctx, job, 'failed', 'done'));
    expect(JSON.parse((await jobById(ctx.store.db, job))?.problems ?? '')).toMatchObject([{ rule: 'job-failed' }]);
  });

  it('says what a part threw to the log, and fails with words', async () => {
    const ctx = await engine.context();
    const job = await countTo(ctx, 3);
    const told: unknown[] = [];
    const kind = counting((part) => {
      if (part === 2) throw new Error('broken');
    });
    await ending(
      workOnJobs(ctx, { count: kind }, (error) => told.push(error), 5),
      () => until(ctx, job, 'failed', 'done'),
    );
    expect(told).toMatchObject([{ message: 'broken' }]);
    expect(await counted(ctx, job)).toEqual([]);
  });

  it('may be written down together with its first effect, all or nothing', async () => {
    const ctx = await engine.context();
    const id = ctx.newId();
    const job = { id, project: null, kind: 'count', input: {}, parts: [1], person: 'p', at: 1 };
    const both = ctx.store.transaction(async (trx) => {
      await insertJob(trx, job);
      throw new Error('power cut');
    });
    await expect(both).rejects.toThrow('power cut');
    expect(await jobById(ctx.store.db, id)).toBe(undefined);
  });

  it('finishes a job over five servers that were killed under it, each part done once', async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const job = await countTo(ctx, 30);
    for (let round = 0; round < 5; round++) {
      const server = await startProgram('tests/server/jobs/working.ts', { place, ahead: 60_000 * round });
      await spoken(server, 2 + round, ctx, job);
      await server.kill();
    }
    const before = await counted(ctx, job);
    expect(before).toEqual(upTo(before.length));
    const last = await startProgram('tests/server/jobs/working.ts', { place, ahead: 600_000 });
    await until(ctx, job, 'done', 'failed');
    await last.kill();
    expect(await counted(ctx, job)).toEqual(upTo(30));
  });
});
