import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jobKinds } from '../../server/commands/job/kinds.ts';
import { beginMemory } from '../../server/commands/memory/import.ts';
import { findMatches } from '../../server/commands/memory/matches.ts';
import { createProject } from '../../server/commands/project/create.ts';
import { type Context, closeContext, openContext } from '../../server/context.ts';
import { jobById } from '../../server/db/job.ts';
import { workOnJobs } from '../../server/jobs/jobs.ts';
import { sequence } from '../alignment/damage.ts';
import { type Figure, percentile } from './figure.ts';
import { memoryTexts, multiplied, swapped } from './memory-texts.ts';

/** Units of the memory that is there, and of the one that comes. */
const THERE = Number(process.env.BENCH_UNITS ?? 100_000);
const COMING = THERE / 2;
/** Look-ups in a memory at rest, before an import and after it. */
const LOOKS = 300;
/** Imports, one after another. */
const ROUNDS = 2;
/** Milliseconds between two look-ups. */
const PAUSE = 10;

/** What a look-up takes as a person has it, over the database and the thread that holds the indexes: while a memory is brought in by a
 *  job and then read by the thread, beside the same at rest, in turns. */
export async function measure(): Promise<readonly Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'radif-import-'));
  const programs = { worker: resolve('dist/server/worker.js'), memoryThread: resolve('dist/server/memories.js') };
  const ctx = await openContext({ data, ...programs });
  const jobs = workOnJobs(ctx, jobKinds, console.error);
  try {
    const random = sequence(14);
    const corpus = multiplied(memoryTexts(), THERE, random);
    const asked = queries(corpus, random);
    const { id: project } = await createProject(ctx, { name: 'Memories' });
    const bring = (texts: readonly string[]) => brought(ctx, project, data, texts);
    const isDone = async (job: string) => (await jobById(ctx.store.db, job))?.state === 'done';
    const look = looking(ctx, project, asked);

    const first = await bring(corpus);
    while (!(await isDone(first))) await pause(100);
    while (await look.isBehind()) await pause(100);
    const ms = { rest: [] as number[], written: [] as number[], read: [] as number[] };
    await look.times(LOOKS, ms.rest);
    for (let round = 0; round < ROUNDS; round++) {
      const job = await bring(multiplied(memoryTexts(), COMING, sequence(15 + round)));
      while (!(await isDone(job))) await look.times(1, ms.written);
      while (await look.times(1, ms.read));
      await look.times(LOOKS, ms.rest);
    }
    return [
      ...figures('at rest', ms.rest),
      ...figures(`while ${COMING.toLocaleString('en')} units are written`, ms.written, 'at rest'),
      ...figures('while their index is made', ms.read, 'at rest'),
    ];
  } finally {
    await jobs.close();
    await closeContext(ctx);
    rmSync(data, { recursive: true, force: true });
  }
}

function figures(name: string, ms: readonly number[], beside?: string): readonly Figure[] {
  const of = (what: string) => (beside === undefined ? {} : { of: `${beside}, ${what}` });
  return [
    ...([0.5, 0.95] as const).map((share): Figure => {
      const what = `p${share * 100}`;
      return { name: `${name}, ${what}`, value: percentile(ms, share), unit: 'ms', ...of(what) };
    }),
    { name: `${name}, look-ups`, value: ms.length, unit: 'look-ups' },
  ];
}

/** Begins to bring in a memory of its own; gives the job. */
async function brought(ctx: Context, project: string, folder: string, texts: readonly string[]): Promise<string> {
  const path = join(folder, 'memory.tsv');
  writeFileSync(path, `fa\ten\n${texts.map((text, at) => `${text}\tUnit ${at}.\n`).join('')}`);
  const begun = await beginMemory(ctx, { project, isShared: false, name: '', filename: 'memory.tsv', path });
  if (!begun.ok) throw new Error(begun.problems[0]?.message);
  return begun.value.job;
}

function looking(ctx: Context, project: string, asked: readonly string[]) {
  let next = 0;
  const look = async () => {
    const text = asked[next++ % asked.length] ?? '';
    const { isBehind } = await findMatches(ctx, { project, texts: [{ text, before: null, after: null }] });
    return isBehind;
  };
  return {
    isBehind: look,
    /** Looks up so often, and notes the milliseconds; true where not all was there the last time. */
    async times(count: number, ms: number[]): Promise<boolean> {
      let isBehind = false;
      for (let at = 0; at < count; at++) {
        await pause(PAUSE);
        const started = performance.now();
        isBehind = await look();
        ms.push(performance.now() - started);
      }
      return isBehind;
    },
  };
}

/** Units of usual length with some words changed. */
function queries(corpus: readonly string[], random: () => number): readonly string[] {
  const usual = corpus.filter((text) => /^(?:\S+ ){5,48}\S+$/u.test(text));
  return Array.from({ length: LOOKS }, () => {
    const words = (usual[Math.floor(random() * usual.length)] ?? '').split(' ');
    return swapped(words, 1 + Math.floor(random() * Math.min(5, words.length / 3)), corpus, random).join(' ');
  });
}
