import { describe, expect, it } from 'vitest';
import { importDocument } from '../../../server/commands/document/import.ts';
import { type JobView, openJob } from '../../../server/commands/job/jobs.ts';
import { jobKinds } from '../../../server/commands/job/kinds.ts';
import { undoAct } from '../../../server/commands/job/undo.ts';
import { beginAnalysis } from '../../../server/commands/memory/analysis.ts';
import { analysisCsv } from '../../../server/commands/memory/analysis-csv.ts';
import { preTranslate } from '../../../server/commands/memory/pre-translate.ts';
import { sameAgain, sayAgain, wantSameAgain } from '../../../server/commands/memory/same-again.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import type { Context } from '../../../server/context.ts';
import { exportRows } from '../../../server/export/rows.ts';
import { workOnJobs } from '../../../server/jobs/jobs.ts';
import { renderingHash } from '../../../shared/core/rendering-hash.ts';
import type { Status } from '../../../shared/core/status.ts';
import { clearRendering } from '../../../shared/doc/edit/rendering.ts';
import { setStatus } from '../../../shared/doc/edit/structure.ts';
import { segmentByIndex, segments } from '../../../shared/doc/model/read.ts';
import type { CorpusRow } from '../../../shared/formats/corpus/row.ts';
import { withEngines } from '../engines.ts';
import { openWriter, renderings, type Writer } from '../writer.ts';

const text = ['باران آمد.', 'دولت گفت.', 'باران آمد.', 'دولت ۵ بار گفت.', 'باران آمد.'].join('\n');

async function scene(ctx: Context) {
  const { id: project } = await createProject(ctx, { name: 'Again' });
  const bring = async (title: string) => {
    const imported = await importDocument(ctx, { project, title, text });
    if (!imported.ok) throw new Error(imported.problems[0]?.message);
    return imported.value.id;
  };
  const [one, other] = [await bring('One'), await bring('Other')];
  return { project, one, other, writer: await openWriter(ctx, one) };
}

async function write(writer: Writer, index: number, english: string, status: Status | null = 'translated') {
  await writer.type(index, english);
  if (status === null) return;
  await writer.push((tr) => {
    setStatus(tr, segmentByIndex(tr.doc, index)?.id ?? '', status);
  });
}

const fail = (error: unknown) => {
  throw error;
};

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

withEngines((engine) => {
  describe('the same said again', () => {
    it('goes where nobody has written, as one act that is taken back as one', async () => {
      const ctx = await engine.context();
      const { project, one, other, writer } = await scene(ctx);
      await write(writer, 0, 'Rain came.');
      await write(writer, 2, 'It rained.', null);
      const said = segmentByIndex(writer.doc, 0);
      const asked = {
        ...{ project, document: one, segment: said?.id ?? '' },
        ...{ source: 'باران آمد.', before: null, after: 'دولت گفت.' },
      };
      const { places, more } = await sameAgain(ctx, asked);
      expect(more).toBe(0);
      expect(places.map(({ title, sameNeighbours }) => `${title} ${sameNeighbours}`).sort()).toEqual([
        'One false',
        'Other false',
        'Other false',
        'Other true',
      ]);
      const { job, count } = await sayAgain(ctx, { project, text: 'Rain came.', places });
      expect(count).toBe(4);
      expect(await renderings(ctx, other)).toEqual(['Rain came.', '', 'Rain came.', '', 'Rain came.']);
      expect(await renderings(ctx, one)).toEqual(['Rain came.', '', 'It rained.', '', 'Rain came.']);
      const after = await openWriter(ctx, other, 'c-3');
      expect(segments(after.doc)[0]).toMatchObject({
        ...{ status: 'draft', origin: 'propagated', taken: { score: 100, from: '' } },
      });
      expect(await undoAct(ctx, { id: job ?? '' })).toMatchObject({ isTurned: true, isDone: true });
      expect(await renderings(ctx, other)).toEqual(['', '', '', '', '']);
      expect(await renderings(ctx, one)).toEqual(['Rain came.', '', 'It rained.', '', '']);
      await wantSameAgain(ctx, { project, isWanted: false });
      expect(await sameAgain(ctx, asked)).toEqual({ places: [], more: 0, isWanted: false });
    });

    it('leaves what a person wrote, or somebody corrected, after it was looked at', async () => {
      const ctx = await engine.context();
      const { project, one, other, writer } = await scene(ctx);
      await write(writer, 0, 'Rain came.');
      const segment = segmentByIndex(writer.doc, 0)?.id ?? '';
      const asked = { project, document: one, segment, source: 'باران آمد.', before: null, after: null };
      const { places } = await sameAgain(ctx, asked);
      const elsewhere = await openWriter(ctx, other, 'c-2');
      await write(elsewhere, 0, 'Mine.', null);
      const { count } = await sayAgain(ctx, { project, text: 'Rain came.', places });
      expect(count).toBe(places.length - 1);
      expect((await renderings(ctx, other))[0]).toBe('Mine.');
    });
  });

  describe('before work starts', () => {
    it('what there is to do is counted by bands, repetitions apart, and nothing is changed', async () => {
      const ctx = await engine.context();
      const { project, one, other, writer } = await scene(ctx);
      await write(writer, 0, 'Rain came.');
      await write(writer, 1, 'The government said.');
      const { job } = await beginAnalysis(ctx, { project, document: null });
      const done = await ended(ctx, job);
      const analysis = done.analysis ?? [];
      const told = new Map(analysis.map((each) => [each.document, each]));
      expect(told.get(one)?.confirmed).toEqual({ segments: 2, words: 4 });
      const all = analysis.flatMap(({ confirmed, repeated, bands }) => [confirmed, repeated, ...Object.values(bands)]);
      expect(all.reduce((sum, { segments: count }) => sum + count, 0)).toBe(10);
      expect(analysis.reduce((sum, { repeated }) => sum + repeated.segments, 0)).toBe(1);
      expect(analysis.reduce((sum, { bands }) => sum + bands.same.segments + bands.context.segments, 0)).toBe(6);
      expect(await renderings(ctx, other)).toEqual(['', '', '', '', '']);
      const lines = analysisCsv(analysis).split('\r\n');
      expect(lines[0]).toBe('document,band,segments,words');
      expect(lines).toContain('One,confirmed,2,4');
    });

    it('what nobody has translated is filled from a score on, and that is taken back as one', async () => {
      const ctx = await engine.context();
      const { project, other, writer } = await scene(ctx);
      await write(writer, 0, 'Rain came.');
      await write(writer, 3, 'The government said it 5 times.');
      const elsewhere = await openWriter(ctx, other, 'c-2');
      await write(elsewhere, 2, 'Mine.', null);
      const { job } = await preTranslate(ctx, { project, document: other, threshold: 100, isByMachine: false });
      const done = await ended(ctx, job ?? '');
      expect(done).toMatchObject({ state: 'done', canUndo: true });
      const filled = ['Rain came.', '', 'Mine.', 'The government said it 5 times.', 'Rain came.'];
      expect(await renderings(ctx, other)).toEqual(filled);
      const after = await openWriter(ctx, other, 'c-4');
      const taken = { score: 102, from: 'One', print: renderingHash('The government said it 5 times.') };
      expect(segments(after.doc)[3]).toMatchObject({ status: 'suggested', origin: 'memory', taken });
      const exported: CorpusRow[] = [];
      for await (const row of exportRows(ctx, { documents: [other] })) exported.push(row);
      expect(exported.map((row) => row.taken?.from)).toEqual(['One', undefined, undefined, 'One', 'One']);
      const version = exported[0]?.version ?? 0;
      await write(await openWriter(ctx, other, 'c-5'), 1, 'More.', null);
      const old: CorpusRow[] = [];
      for await (const row of exportRows(ctx, { documents: [other], version })) old.push(row);
      expect(old).toEqual(exported);
      await (await openWriter(ctx, other, 'c-6')).push((tr) => {
        clearRendering(tr, segmentByIndex(tr.doc, 1)?.id ?? '');
      });
      await undoAct(ctx, { id: job ?? '' });
      expect(await renderings(ctx, other)).toEqual(['', '', 'Mine.', '', '']);
    });
  });
});
