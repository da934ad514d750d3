import { describe, expect, it } from 'vitest';
import { beginEnglish, type NewEnglish, previewEnglish } from '../../../server/commands/job/english.ts';
import { cancelJob, type JobView, openJob } from '../../../server/commands/job/jobs.ts';
import { jobKinds } from '../../../server/commands/job/kinds.ts';
import { revertChange } from '../../../server/commands/timeline/revert.ts';
import { listVersions } from '../../../server/commands/version/list.ts';
import type { Context } from '../../../server/context.ts';
import { workOnJobs } from '../../../server/jobs/jobs.ts';
import { addMention } from '../../../shared/doc/edit/mention.ts';
import { mentions, segments } from '../../../shared/doc/model/read.ts';
import { workerProgram } from '../apart/worker.ts';
import { withEngines } from '../engines.ts';
import { documentAt } from '../opened.ts';
import { startProgram } from '../process/program.ts';
import { newDocument, openWriter, persian, renderings } from '../writer.ts';
import { spoken } from './spoken.ts';

const english = (sentences: number) =>
  persian(sentences).replace(/این جمله (\d+) درباره \S+ است\./g, 'This sentence $1 is about something.');
const fileOf = (text: string, filename = 'a.en.txt') => ({ bytes: Buffer.from(text), filename });
const order = (document: string, text: string, shape?: 'lines' | 'text'): NewEnglish => ({
  document,
  file: fileOf(text),
  options: { shape, paragraphs: 'soft' },
});

async function begin(ctx: Context, document: string, text: string, shape?: 'lines'): Promise<string> {
  const begun = await beginEnglish(ctx, order(document, text, shape));
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

async function worked(ctx: Context, id: string): Promise<JobView> {
  const jobs = workOnJobs(ctx, jobKinds, fail, 5);
  const job = await ended(ctx, id);
  await jobs.close();
  return job;
}

const filesLeft = ({ store }: Context) => store.db.selectFrom('job_file').select('number').execute();
const fail = (error: unknown) => {
  throw error;
};

withEngines((engine) => {
  describe('English that is brought to a document', () => {
    it('stands in its rows as one change of who began it, which can be taken back', async () => {
      const ctx = await engine.context();
      const document = await newDocument(ctx, persian(30));
      const id = await begin({ ...ctx, person: 'maryam' }, document, english(30));
      const job = await worked(ctx, id);
      expect(job).toMatchObject({ state: 'done', about: 'A text', problems: [] });
      expect(job.outcome).toMatchObject({ document, segments: 30, counts: { both: 30, sourceOnly: 0, targetOnly: 0 } });
      const texts = Array.from({ length: 30 }, (_, n) => `This sentence ${n} is about something.`);
      expect(await renderings(ctx, document)).toEqual(texts);
      const rows = segments((await documentAt(ctx, document)).doc);
      expect(rows.every(({ status, origin }) => status === 'draft' && origin === 'imported')).toBe(true);
      expect(rows.every(({ alignment }) => alignment?.state === 'automatic')).toBe(true);
      expect(await filesLeft(ctx)).toEqual([]);
      const history = await listVersions(ctx, { document });
      expect(JSON.stringify(history)).toContain('maryam');

      const change = job.outcome?.change;
      if (!change) throw new Error('Nothing was changed');
      expect(await revertChange(ctx, change)).toMatchObject({ outcome: 'whole' });
      expect(await renderings(ctx, document)).toEqual(texts.map(() => ''));
    });

    it('keeps the mentions of the Persian, and is shown before anything is written', async () => {
      const ctx = await engine.context();
      const document = await newDocument(ctx, 'وزیر رفت.\nاو به تهران آمد.');
      const writer = await openWriter(ctx, document);
      const attrs = { id: 'm1', label: 'PER', entity: null, state: 'accepted', rendering: null } as const;
      await writer.push((tr) => addMention(tr, { ...attrs, source: { from: 0, to: 4 } }, writer.source.text));
      const preview = await previewEnglish(ctx, order(document, 'The minister left.\nHe came to Tehran.\nThe end.'));
      expect(preview).toMatchObject({
        ok: true,
        value: {
          languages: { source: 'fa', target: 'en' },
          units: { source: 2, target: 3 },
          rows: [
            { source: 'وزیر رفت.', rendering: 'The minister left.' },
            { source: 'او به تهران آمد.', rendering: 'He came to Tehran.' },
            { source: '', rendering: 'The end.' },
          ],
        },
      });
      expect(await renderings(ctx, document)).toEqual(['', '']);
      await worked(ctx, await begin(ctx, document, 'The minister left.\nHe came to Tehran.\nThe end.'));
      expect(await renderings(ctx, document)).toEqual(['The minister left.', 'He came to Tehran.', 'The end.']);
      expect(mentions((await documentAt(ctx, document)).doc)).toMatchObject([{ id: 'm1', from: 0, to: 4 }]);
    });

    it('stands line by line where it has a line for each row, and a line may be empty', async () => {
      const ctx = await engine.context();
      const document = await newDocument(ctx, persian(6));
      const lines = ['One thing.', '', 'Three things. And more.', 'Four.', 'Five.', 'Six.'];
      const text = `\ufeff${lines.join('\r\n')}\r\n`;
      expect(await previewEnglish(ctx, order(document, text, 'lines'))).toMatchObject({
        ok: true,
        value: { shape: 'lines', rows: lines.map((rendering) => ({ rendering })) },
      });
      const job = await worked(ctx, await begin(ctx, document, text, 'lines'));
      expect(job.outcome).toMatchObject({ segments: 6, counts: { both: 5, sourceOnly: 1, targetOnly: 0 } });
      expect(await renderings(ctx, document)).toEqual(lines);
      const rows = segments((await documentAt(ctx, document)).doc);
      expect(rows.map(({ alignment }) => alignment)).toEqual(lines.map(() => ({ state: 'automatic', score: null })));
    });

    it('is aligned within its paragraph where it has a line for each of those, and refused where for neither', async () => {
      const ctx = await engine.context();
      const document = await newDocument(ctx, 'وزیر رفت. او به تهران آمد.\nپایان.');
      const preview = await previewEnglish(
        ctx,
        order(document, 'The minister left. He came to Tehran.\nThe end.', 'lines'),
      );
      expect(preview).toMatchObject({
        ok: true,
        value: {
          shape: 'lines',
          rows: [{ rendering: 'The minister left.' }, { rendering: 'He came to Tehran.' }, { rendering: 'The end.' }],
        },
      });
      const id = await begin(ctx, document, 'One.\nTwo.\nThree.\nFour.', 'lines');
      expect(await worked(ctx, id)).toMatchObject({
        state: 'failed',
        problems: [{ rule: 'pair.lines-unlike', values: { lines: 4, rows: 3, paragraphs: 2 } }],
      });
      expect(await renderings(ctx, document)).toEqual(['', '', '']);
    });

    it('is taken for lines by itself where all of them fit, else for running text', async () => {
      const ctx = await engine.context();
      const document = await newDocument(ctx, persian(6));
      const shape = async (text: string) => {
        const preview = await previewEnglish(ctx, order(document, text));
        return preview.ok && preview.value.shape;
      };
      const lines = Array.from({ length: 6 }, (_, n) => `This sentence ${n} is about something.`);
      expect(await shape(lines.join('\n'))).toBe('lines');
      expect(await shape(lines.join(' '))).toBe('text');
      expect(await shape(lines.slice(1).join('\n'))).toBe('text');
    });

    it('is refused where the document has English, also where somebody writes it meanwhile', async () => {
      const ctx = await engine.context();
      const document = await newDocument(ctx, persian(6));
      const id = await begin(ctx, document, english(6));
      const writer = await openWriter(ctx, document);
      await writer.type(2, 'Mine.');
      expect(await worked(ctx, id)).toMatchObject({ state: 'failed', problems: [{ rule: 'pair.has-english' }] });
      expect(await renderings(ctx, document)).toEqual(['', '', 'Mine.', '', '', '']);
      const refused = { ok: false, problems: [{ rule: 'pair.has-english', values: { title: 'A text', count: 1 } }] };
      expect(await beginEnglish(ctx, order(document, 'One.'))).toMatchObject(refused);
      expect(await previewEnglish(ctx, order(document, 'One.'))).toMatchObject(refused);
    });

    it('fails with words where it cannot be read, and nothing changes', async () => {
      const ctx = await engine.context();
      const document = await newDocument(ctx);
      expect(await worked(ctx, await begin(ctx, document, ' '))).toMatchObject({
        state: 'failed',
        problems: [{ rule: 'text.empty' }],
      });
      expect((await documentAt(ctx, document)).version).toBe(0);
      await expect(beginEnglish(ctx, order('none', 'One.'))).rejects.toThrow('none');
    });

    it('is cancelled in the middle of its alignment, and leaves nothing', async () => {
      const ctx = await engine.context({ worker: await workerProgram() });
      const document = await newDocument(ctx, persian(4_000));
      const id = await begin(ctx, document, english(4_000));
      const jobs = workOnJobs(ctx, jobKinds, fail, 5);
      while ((await openJob(ctx, { id })).share === 0) await new Promise((resolve) => setImmediate(resolve));
      expect(await cancelJob(ctx, { id })).toEqual({ cancelled: true });
      expect(await ended(ctx, id)).toMatchObject({ state: 'cancelled', outcome: null });
      await jobs.close();
      expect((await documentAt(ctx, document)).version).toBe(0);
      expect(await filesLeft(ctx)).toEqual([]);
    });

    it('is there once, however often its server is killed', async () => {
      const place = await engine.place();
      const ctx = await engine.context(place);
      const document = await newDocument(ctx, persian(100));
      const id = await begin(ctx, document, english(100));
      for (let round = 0; round < 4; round++) {
        const server = await startProgram('tests/server/jobs/pairing.ts', { place, ahead: 60_000 * round });
        await spoken(server, 1 + (round % 2), ctx, id);
        await server.kill();
        const isWritten = (await renderings(ctx, document)).some((text) => text !== '');
        expect(isWritten).toBe((await openJob(ctx, { id })).state === 'done');
      }
      const last = await startProgram('tests/server/jobs/pairing.ts', { place, ahead: 600_000 });
      expect(await ended(ctx, id)).toMatchObject({ state: 'done' });
      await last.kill();
      expect(await renderings(ctx, document)).toEqual(
        Array.from({ length: 100 }, (_, n) => `This sentence ${n} is about something.`),
      );
    });
  });
});
