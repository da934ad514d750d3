import { expect, it } from 'vitest';
import { importDocument } from '../../../server/commands/document/import.ts';
import { cancelJob, type JobView, openJob } from '../../../server/commands/job/jobs.ts';
import { jobKinds } from '../../../server/commands/job/kinds.ts';
import { undoAct } from '../../../server/commands/job/undo.ts';
import { chooseMachine } from '../../../server/commands/machine/choice.ts';
import { beginAnalysis } from '../../../server/commands/memory/analysis.ts';
import { analysisCsv } from '../../../server/commands/memory/analysis-csv.ts';
import { preTranslate } from '../../../server/commands/memory/pre-translate.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import type { Context } from '../../../server/context.ts';
import { workOnJobs } from '../../../server/jobs/jobs.ts';
import { setStatus } from '../../../shared/doc/edit/structure.ts';
import { segmentByIndex, segments as segmentsOf } from '../../../shared/doc/model/read.ts';
import { withEngines } from '../engines.ts';
import { type Answering, json, type MachineServer, machineServer, says } from '../machine/machine-server.ts';
import { openWriter, renderings } from '../writer.ts';

const text = ['باران آمد.', 'دولت گفت.', 'برف بارید.', 'مردم رفتند.'].join('\n');

async function ended(ctx: Context, id: string, until?: () => boolean): Promise<JobView> {
  const fail = (error: unknown) => {
    throw error;
  };
  const jobs = workOnJobs(ctx, jobKinds, fail, 5);
  for (;;) {
    if (until?.()) await cancelJob(ctx, { id });
    const job = await openJob(ctx, { id });
    if (['done', 'failed', 'cancelled'].includes(job.state)) {
      await jobs.close();
      return job;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

withEngines((engine) => {
  /** One document whose first segment is confirmed and second one typed, and another that says the same Persian and is empty. */
  async function scene(answering: Answering, isOn = true) {
    const ctx = await engine.context();
    const { id: project } = await createProject(ctx, { name: 'By machine' });
    const bring = async (title: string) => {
      const imported = await importDocument(ctx, { project, title, text });
      if (!imported.ok) throw new Error(imported.problems[0]?.message);
      return imported.value.id;
    };
    const [one, other] = [await bring('One'), await bring('Other')];
    const writer = await openWriter(ctx, one);
    await writer.type(0, 'Rain came.');
    await writer.push((tr) => {
      setStatus(tr, segmentByIndex(tr.doc, 0)?.id ?? '', 'translated');
    });
    await (await openWriter(ctx, other, 'c-2')).type(1, 'Mine.');
    const server = await machineServer(answering);
    const machine = { kind: 'chat', address: server.address, model: 'small' } as const;
    await chooseMachine(ctx, { project, ...machine, isOn, isAgreed: true });
    const fill = (isByMachine: boolean) => preTranslate(ctx, { project, document: other, threshold: 100, isByMachine });
    return { ctx, project, other, server, machine, fill };
  }

  const closing = async (server: MachineServer, work: () => Promise<void>) => {
    try {
      await work();
    } finally {
      await server.close();
    }
  };

  it('sends what the memories do not cover and nobody has written, and only where that is wanted', async () => {
    const { ctx, other, server, fill } = await scene(says('Said by a machine.'));
    await closing(server, async () => {
      const without = await ended(ctx, (await fill(false)).job ?? '');
      expect(without.filled).toEqual({ memory: 1, machine: 0, unanswered: 0, trouble: null });
      expect(server.seen).toEqual([]);
      const job = (await fill(true)).job ?? '';
      const done = await ended(ctx, job);
      expect(done.filled).toMatchObject({ machine: 2, unanswered: 0, trouble: null });
      expect(await renderings(ctx, other)).toEqual(['Rain came.', 'Mine.', 'Said by a machine.', 'Said by a machine.']);
      const sent = server.seen.map(({ body }) => JSON.stringify(body)).sort();
      expect(sent).toHaveLength(2);
      expect(sent.some((one) => one.includes('برف بارید.'))).toBe(true);
      const { doc } = await openWriter(ctx, other, 'c-3');
      expect(segmentsOf(doc).map(({ status, origin }) => [status, origin])).toEqual([
        ['suggested', 'memory'],
        ['initial', null],
        ['suggested', 'machine'],
        ['suggested', 'machine'],
      ]);
      expect(segmentsOf(doc)[2]?.taken).toMatchObject({ score: null, from: 'small' });
      await undoAct(ctx, { id: job });
      expect(await renderings(ctx, other)).toEqual(['Rain came.', 'Mine.', '', '']);
    });
  });

  it('counts beforehand what would be filled by what, and neither sends nor changes anything', async () => {
    const { ctx, project, other, server } = await scene(says('Said by a machine.'));
    await closing(server, async () => {
      const count = async (isByMachine: boolean) => {
        const filling = { threshold: 100, isByMachine };
        const { job } = await beginAnalysis(ctx, { project, document: other, filling });
        return (await ended(ctx, job)).analysis ?? [];
      };
      const [told] = await count(true);
      const filled = Object.values(told?.bands ?? {}).reduce((sum, one) => sum + one.segments, 0);
      expect([filled, told?.filling]).toEqual([1, { machine: counted(2, 4), left: counted(1, 2) }]);
      const [without] = await count(false);
      expect(without?.filling).toEqual({ machine: counted(0, 0), left: counted(3, 6) });
      expect(analysisCsv(told ? [told] : []).split('\r\n')).toContain('Other,machine,2,4');
      expect(server.seen).toEqual([]);
      expect(await renderings(ctx, other)).toEqual(['', 'Mine.', '', '']);
    });
  });

  it('keeps what came where the machine fails for good, and says why it was asked no more', async () => {
    let answers = 0;
    const { ctx, other, server, fill } = await scene((seen, response, request) => {
      answers += 1;
      if (answers === 1) says('Said once.')(seen, response, request);
      else json({ error: { message: 'no' } }, 429, { 'retry-after': '600' })(seen, response, request);
    });
    await closing(server, async () => {
      const done = await ended(ctx, (await fill(true)).job ?? '');
      expect(done).toMatchObject({ state: 'done', filled: { memory: 1, machine: 1, unanswered: 1, trouble: 'busy' } });
      expect((await renderings(ctx, other)).filter((one) => one === 'Said once.')).toHaveLength(1);
    });
  });

  it('asks nobody where the project has switched its machine off, or has another one by now', async () => {
    const { ctx, project, server, machine, fill } = await scene(says('Said by a machine.'), false);
    await closing(server, async () => {
      const off = await ended(ctx, (await fill(true)).job ?? '');
      expect(off.filled).toMatchObject({ machine: 0, unanswered: 2 });
      const { job } = await fill(true);
      const address = server.address.replace('127.0.0.1', 'localhost');
      await chooseMachine(ctx, { project, ...machine, address, isOn: true, isAgreed: true });
      expect((await ended(ctx, job ?? '')).filled).toMatchObject({ machine: 0, unanswered: 2 });
      expect(server.seen).toEqual([]);
    });
  });

  it('changes nothing where it is cancelled while the machine is asked', async () => {
    const { ctx, other, server, fill } = await scene(() => {});
    await closing(server, async () => {
      const job = await ended(ctx, (await fill(true)).job ?? '', () => server.seen.length > 0);
      expect(job.state).toBe('cancelled');
      expect(await renderings(ctx, other)).toEqual(['', 'Mine.', '', '']);
    });
  });
});

function counted(segments: number, words: number) {
  return { segments, words };
}
