import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openJob } from '../../server/commands/job/jobs.ts';
import { jobKinds } from '../../server/commands/job/kinds.ts';
import { beginMemory } from '../../server/commands/memory/import.ts';
import { findMatches } from '../../server/commands/memory/matches.ts';
import { createProject } from '../../server/commands/project/create.ts';
import { workOnJobs } from '../../server/jobs/jobs.ts';
import { workerProgram } from '../server/apart/worker.ts';
import { withEngines } from '../server/engines.ts';
import { temporaryFolder } from '../server/temporary.ts';

/** Units of the memory; one in its middle is broken. */
const units = Number(process.env.UNITS ?? 1_000_000);

withEngines((engine) => {
  it(`takes a memory of ${units} units with a broken one in its middle, and 100,000 times the same`, async () => {
    const ctx = await engine.context({ worker: await workerProgram() });
    const { id: project } = await createProject(ctx, { name: 'Memories' });
    const path = join(await temporaryFolder(), 'news.tmx');
    await write(path);
    const begun = await beginMemory(ctx, { project, isShared: false, name: '', filename: 'news.tmx', path });
    if (!begun.ok) throw new Error(begun.problems[0]?.message);
    const jobs = workOnJobs(ctx, jobKinds, fail, 50);
    const { job: id } = begun.value;
    let job = await openJob(ctx, { id });
    while (!['done', 'failed', 'cancelled'].includes(job.state)) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      job = await openJob(ctx, { id });
    }
    await jobs.close();
    expect(job).toMatchObject({ state: 'done', memory: { units: units + 1, same: 99_999, broken: 1 } });
    expect(job.memory?.problems).toMatchObject([{ line: 3 + units / 2 }]);
    const texts = [0, units / 2, units - 1].map((at) => ({ text: persian(at), before: null, after: null }));
    const { matches } = await findMatches(ctx, { project, texts }, null);
    expect(matches.map(([best]) => [best?.score, best?.target])).toEqual(
      [0, units / 2, units - 1].map((at) => [100, `Sentence ${at}`]),
    );
  });
});

const fail = (error: unknown) => {
  throw error;
};

const persian = (at: number) => `جمله ${word(at)} در ${word(at * 7 + 1)} گفته شد`;
/** A word of letters for a number. */
const word = (at: number) => Array.from(String(at), (digit) => 'ابپتثجچحخد'[Number(digit)]).join('');

async function write(path: string): Promise<void> {
  const file = createWriteStream(path);
  const line = async (text: string) => {
    if (!file.write(`${text}\n`)) await once(file, 'drain');
  };
  const unit = (fa: string, en: string) =>
    line(`<tu><tuv xml:lang="fa"><seg>${fa}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`);
  await line('<?xml version="1.0"?>');
  await line('<tmx version="1.4"><header/><body>');
  for (let at = 0; at < units; at++) {
    if (at === units / 2) await line('<tu><tuv xml:lang="fa"><seg>شکسته</seg>');
    await unit(persian(at), `Sentence ${at}`);
  }
  for (let at = 0; at < 100_000; at++) await unit('سپاس از همه شما', 'Thank you all');
  await line('</body></tmx>');
  file.end();
  await once(file, 'finish');
}
