import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cancelJob, type JobView, openJob } from '../../../server/commands/job/jobs.ts';
import { jobKinds } from '../../../server/commands/job/kinds.ts';
import { exportMemory } from '../../../server/commands/memory/export.ts';
import { findFragments } from '../../../server/commands/memory/fragments.ts';
import { beginMemory } from '../../../server/commands/memory/import.ts';
import { findMatches } from '../../../server/commands/memory/matches.ts';
import {
  changeMemory,
  changeUnit,
  listMemories,
  removeMemory,
  searchUnits,
} from '../../../server/commands/memory/memories.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import { type Context, closeContext } from '../../../server/context.ts';
import { workOnJobs } from '../../../server/jobs/jobs.ts';
import { readTmxPairs } from '../../../shared/formats/tmx/read-pairs.ts';
import { workerProgram } from '../apart/worker.ts';
import { withEngines } from '../engines.ts';
import { spoken } from '../jobs/spoken.ts';
import { startProgram } from '../process/program.ts';
import { temporaryFolder } from '../temporary.ts';
import { memoryThreadProgram } from './thread-program.ts';

const tmx = (units: readonly string[]) =>
  `<?xml version="1.0"?>\n<tmx version="1.4"><header/><body>\n${units.join('\n')}\n</body></tmx>\n`;
const unit = (fa: string, en: string) =>
  `<tu><tuv xml:lang="fa"><seg>${fa}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`;
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => unit(`جمله شماره ${at} است`, `Sentence ${at}`));

const fail = (error: unknown) => {
  throw error;
};

async function begin(ctx: Context, text: string, { filename = 'news.tmx', isShared = false } = {}) {
  const { id: project } = await createProject(ctx, { name: 'Memories' });
  const path = join(await temporaryFolder(), 'file');
  await writeFile(path, text);
  const begun = await beginMemory(ctx, { project, isShared, name: '', filename, path });
  if (!begun.ok) throw new Error(begun.problems[0]?.message);
  return { project, job: begun.value.job };
}

async function ended(ctx: Context, id: string): Promise<JobView> {
  const jobs = workOnJobs(ctx, jobKinds, fail, 5);
  for (;;) {
    const job = await openJob(ctx, { id });
    if (['done', 'failed', 'cancelled'].includes(job.state)) {
      await jobs.close();
      return job;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const told = async (ctx: Context, project: string, text: string) => {
  const { matches } = await findMatches(ctx, { project, texts: [{ text, before: null, after: null }] }, null);
  return (matches[0] ?? []).map(({ score, target }) => `${score} ${target}`);
};

const leftOf = async ({ store }: Context) => ({
  memories: await store.db.selectFrom('memory').select('id').where('kind', '!=', 'project').execute(),
  units: await store.db.selectFrom('memory_unit').select('number').execute(),
  files: await store.db.selectFrom('job_file').select('number').execute(),
});

withEngines((engine) => {
  describe('a memory that is brought in', () => {
    it('has each sound unit once; broken, half and repeated ones are told', async () => {
      const ctx = await engine.context({ worker: await workerProgram() });
      const units = [
        ...many(1200),
        '<tu><tuv xml:lang="fa"><seg>شکسته</tuv></tu>',
        unit('تنها', ''),
        unit('جمله شماره 7 است', 'Sentence 7'),
      ];
      const { project, job } = await begin(ctx, tmx(units));
      const done = await ended(ctx, job);
      expect(done).toMatchObject({ state: 'done', about: 'news', kind: 'memory' });
      expect(done.memory).toMatchObject({ units: 1200, same: 1, incomplete: 1, broken: 1, problems: [{ line: 1203 }] });
      expect(await told(ctx, project, 'جمله شماره 7 است')).toEqual(['100 Sentence 7']);
      expect(await told(ctx, project, 'جمله شماره ۵۰۰۰ است')).toEqual(['99 Sentence 5000']);
      const [own, brought] = await listMemories(ctx, { project });
      expect(own).toMatchObject({ isOwn: true, units: 0 });
      expect(brought).toMatchObject({ name: 'news', units: 1200, isShared: false, isOn: true });
    });

    it('fails as a whole where it is none, or is cancelled, and then leaves nothing', async () => {
      const ctx = await engine.context({ worker: await workerProgram() });
      const { job } = await begin(ctx, '<xliff/>');
      expect(await ended(ctx, job)).toMatchObject({ state: 'failed', problems: [{ rule: 'memory.format' }] });
      const other = await begin(ctx, tmx(many(5000)));
      const running = ended(ctx, other.job);
      while ((await ctx.store.db.selectFrom('memory_unit').select('number').limit(1).execute()).length === 0) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      expect(await cancelJob(ctx, { id: other.job })).toEqual({ cancelled: true });
      expect(await running).toMatchObject({ state: 'cancelled' });
      const after = await begin(ctx, tmx(many(1)));
      expect(await ended(ctx, after.job)).toMatchObject({ state: 'done' });
      const left = await leftOf(ctx);
      expect(left).toEqual({ memories: [{ id: after.job }], units: [{ number: 0 }], files: [] });
    });

    it('is there whole and once, however often its server is killed', async () => {
      const place = await engine.place();
      const ctx = await engine.context(place);
      const { project, job } = await begin(ctx, tmx(many(4000)));
      const unitsThere = async () => (await ctx.store.db.selectFrom('memory_unit').select('number').execute()).length;
      for (let round = 0; round < 3; round++) {
        const server = await startProgram('tests/server/jobs/pairing.ts', { place, ahead: 60_000 * round });
        await spoken(server, round === 2 ? 2 : 1, ctx, job);
        while (round === 1 && (await unitsThere()) === 0 && (await openJob(ctx, { id: job })).state !== 'done') {
          await new Promise((resolve) => setImmediate(resolve));
        }
        await server.kill();
        const isDone = (await openJob(ctx, { id: job })).state === 'done';
        expect((await listMemories(ctx, { project })).some(({ name }) => name === 'news')).toBe(isDone);
      }
      const last = await startProgram('tests/server/jobs/pairing.ts', { place, ahead: 600_000 });
      for (;;) {
        if ((await openJob(ctx, { id: job })).state === 'done') break;
        await new Promise((resolve) => setImmediate(resolve));
      }
      await last.kill();
      expect(await unitsThere()).toBe(4000);
      expect((await listMemories(ctx, { project })).find(({ name }) => name === 'news')?.units).toBe(4000);
      expect(await told(ctx, project, 'جمله شماره 3999 است')).toEqual(['100 Sentence 3999']);
    });

    it('tells the pieces of a text that no unit is like, with their English', async () => {
      const ctx = await engine.context();
      const table =
        'fa\ten\nسازمان همکاری اسلامی\tOrganisation of Islamic Cooperation\nدیروز باران سنگینی در شمال ایران بارید\tHeavy rain fell in northern Iran yesterday\n';
      const { project, job } = await begin(ctx, table, { filename: 'a.tsv' });
      await ended(ctx, job);
      const text = 'دبیرکل سازمان همکاری اسلامی از سفر به شمال ایران و چند کشور دیگر خبر داد';
      expect(await told(ctx, project, text)).toEqual([]);
      const found = await findFragments(ctx, { project, text });
      expect(
        found.map(({ at, source, within }) => [text.slice(at.from, at.to), source.slice(within.from, within.to)]),
      ).toEqual([
        ['سازمان همکاری اسلامی', 'سازمان همکاری اسلامی'],
        ['شمال ایران', 'شمال ایران'],
      ]);
      const [first] = found;
      expect(first?.target.slice(first.english?.from, first.english?.to)).toBe('Organisation of Islamic Cooperation');
    });

    it('stands beside another that came at the same time, for one project or all', async () => {
      const ctx = await engine.context();
      const one = await begin(ctx, 'fa\ten\nیک متن کوتاه\tA short text\n', { filename: 'a.tsv' });
      const other = await begin(ctx, '{"fa":"یک متن بلند","en":"A long text"}\n', {
        filename: 'b.jsonl',
        isShared: true,
      });
      await Promise.all([ended(ctx, one.job), ended(ctx, other.job)]);
      expect(await told(ctx, one.project, 'یک متن کوتاه')).toEqual(['100 A short text', '66 A long text']);
      expect(await told(ctx, other.project, 'یک متن بلند')).toEqual(['100 A long text']);
    });

    it('is mended, put off, made to count for less, and removed', async () => {
      const ctx = await engine.context();
      const { project, job: memory } = await begin(ctx, tmx(many(30)));
      await ended(ctx, memory);
      expect(
        await changeUnit(ctx, { memory, number: 7, mended: { source: 'جملهٔ هفتم', target: 'The seventh' } }),
      ).toEqual({ ok: true });
      expect(await told(ctx, project, 'جملهٔ هفتم')).toEqual(['100 The seventh']);
      const { units } = await searchUnits(ctx, { memory, text: 'SEVENTH' });
      expect(units).toMatchObject([{ number: 7, source: 'جملهٔ هفتم' }]);
      await changeMemory(ctx, { id: memory, penalty: 5 });
      expect(await told(ctx, project, 'جملهٔ هفتم')).toEqual(['95 The seventh']);
      await changeUnit(ctx, { memory, number: 7, mended: null });
      expect(await changeUnit(ctx, { memory, number: 7, mended: null })).toEqual({ ok: false, reason: 'gone' });
      expect(await told(ctx, project, 'جملهٔ هفتم')).toEqual([]);
      const exported = await exportMemory(ctx, { memory });
      const read = readTmxPairs((await exported.chunks.toArray()).join(''));
      expect(read.ok && read.value.pairs).toHaveLength(29);
      await changeMemory(ctx, { id: memory, isReadOnly: true });
      expect(await changeUnit(ctx, { memory, number: 1, mended: null })).toEqual({ ok: false, reason: 'read-only' });
      await changeMemory(ctx, { id: memory, isOn: false });
      expect(await told(ctx, project, 'جمله شماره 1 است')).toEqual([]);
      await removeMemory(ctx, { id: memory });
      expect(await leftOf(ctx)).toEqual({ memories: [], units: [], files: [] });
    });
  });

  describe('the index of memories', () => {
    it('is waited for while little is to come, and not while much is', async () => {
      const ctx = await engine.context({ memoryThread: await memoryThreadProgram() });
      const long = 60_000;
      const { job: short } = await begin(ctx, tmx(many(300)));
      await ended(ctx, short);
      const text = 'جمله شماره 7 است';
      const { found, behind } = await ctx.memories.look([short], [text], { patience: long });
      expect([found.get(short)?.[0]?.hits[0]?.number, behind]).toEqual([7, []]);

      const { job: large } = await begin(ctx, tmx(many(3000)));
      await ended(ctx, large);
      // What is there already is looked through meanwhile.
      const early = await ctx.memories.look([short, large], [text], { patience: long });
      expect([early.found.get(short)?.[0]?.hits[0]?.number, early.behind]).toEqual([7, [large]]);
      const whole = await ctx.memories.look([short, large], ['جمله شماره 2999 است']);
      expect([whole.found.get(large)?.[0]?.hits[0]?.number, whole.behind]).toEqual([2999, []]);
    });

    it('is held by a thread, kept in a file, and made anew where that is broken, gone or of another database', async () => {
      const memoryThread = await memoryThreadProgram();
      const place = await engine.place();
      const open = () => engine.context({ ...place, memoryThread });
      const ctx = await open();
      const { project, job: memory } = await begin(ctx, tmx(many(800)));
      await ended(ctx, memory);
      const text = 'جمله شماره 7 است';
      const expected = await told(ctx, project, text);
      expect(expected[0]).toBe('100 Sentence 7');
      await ctx.memories.keep();
      const folder = join(place.data, 'memories');
      const [file = ''] = (await readdir(folder)).filter((name) => name.startsWith(memory));
      await changeUnit(ctx, { memory, number: 8, mended: { source: text, target: 'Another 7' } });
      await closeContext(ctx);

      const again = await open();
      expect(await told(again, project, text)).toEqual(['100 Another 7', ...expected]);
      await again.memories.keep();
      await closeContext(again);
      for (const content of ['', 'nonsense', '{"form":"radif memory index 1"}\n']) {
        await writeFile(join(folder, file), content);
        const broken = await open();
        expect((await told(broken, project, text)).slice(0, 2)).toEqual(['100 Another 7', '100 Sentence 7']);
        await closeContext(broken);
      }
      const foreign = await engine.context({ memoryThread });
      const elsewhere = await begin(foreign, tmx(many(3)));
      await ended(foreign, elsewhere.job);
      await told(foreign, elsewhere.project, text);
      await foreign.memories.keep();
      expect(await told(foreign, elsewhere.project, 'جمله شماره 2 است')).toContain('100 Sentence 2');
      await mkdir(folder, { recursive: true });
    });
  });
});
