import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { kept } from '../../../server/machine/kept.ts';
import { type Machines, openMachines } from '../../../server/machine/machines.ts';
import { quick, slower } from '../../../server/machine/pace.ts';
import type { Question } from '../../../server/machine/question.ts';
import { json, type MachineServer, machineServer, says } from './machine-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'radif-machines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open: { machines: Machines; server: MachineServer }[] = [];
afterEach(async () => {
  for (const { machines, server } of open.splice(0)) {
    machines.close();
    await server.close();
  }
});

async function begin({ lease = 60_000 } = {}) {
  let time = 1_000_000;
  const server = await machineServer(says('Yes.'));
  const machines = openMachines({ keyFile: join(folder, 'k'), now: () => time, lease, report: () => {} });
  open.push({ machines, server });
  const machine = { kind: 'chat' as const, address: server.address, model: 'm', key: null };
  const suggest = (text: string, more: Partial<Question> & { row?: string; project?: string; model?: string } = {}) => {
    const { row = text, project = 'p', model = 'm', ...rest } = more;
    const question = { text, before: null, after: null, names: [], terms: [], ...rest };
    return machines.suggest({ ...machine, model }, { project, row, question });
  };
  /** Asks as a page does, until there is something. */
  const until = (text: string, more: Parameters<typeof suggest>[1] = {}) =>
    expect.poll(() => suggest(text, more), { interval: 5 });
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  return { server, suggest, until, pass };
}

/** A machine that answers when it is told to. */
function held(server: MachineServer) {
  const waiting: ServerResponse[] = [];
  server.answer((_seen, response) => void waiting.push(response));
  return {
    waiting,
    release: () => {
      for (const response of waiting.splice(0))
        response.end(JSON.stringify({ choices: [{ message: { content: 'Late.' } }] }));
    },
  };
}

describe('suggestions', () => {
  it('come without anybody waiting for them, and are kept by text and settings', async () => {
    const { server, suggest, until } = await begin();
    expect(suggest('سلام')).toEqual({ state: 'coming' });
    await until('سلام').toEqual({ state: 'done', english: 'Yes.' });
    // The English beside it grows as one works; it is the same text.
    expect(suggest('سلام', { row: 'another' })).toEqual({ state: 'done', english: 'Yes.' });
    expect(server.seen).toHaveLength(1);
    for (const more of [
      { model: 'n' },
      { project: 'q' },
      { names: [{ fa: 'سلام', en: 'Salam' }] },
      { before: { fa: 'او', en: '' } },
    ]) {
      expect(suggest('سلام', more)).toEqual({ state: 'coming' });
      await until('سلام', more).toMatchObject({ state: 'done' });
    }
    expect(server.seen).toHaveLength(5);
    expect(suggest('سلام', { before: { fa: 'او', en: 'He' } })).toMatchObject({ state: 'done' });
  });

  it('are asked for once for a row, however often and by however many', async () => {
    const { server, suggest, until } = await begin();
    const { waiting, release } = held(server);
    for (let time = 0; time < 5; time++) suggest('یک', { row: 'r' });
    // The row reads otherwise meanwhile.
    expect(suggest('دو', { row: 'r' })).toEqual({ state: 'coming' });
    await expect.poll(() => waiting.length).toBe(1);
    expect(server.seen).toHaveLength(1);
    release();
    await until('یک', { row: 'r' }).toMatchObject({ state: 'done' });
    server.answer(says('Two.'));
    await until('دو', { row: 'r' }).toEqual({ state: 'done', english: 'Two.' });
  });

  it('are asked for two at a time', async () => {
    const { server, suggest, until } = await begin();
    const { waiting, release } = held(server);
    for (const text of ['یک', 'دو', 'سه']) suggest(text);
    await expect.poll(() => waiting.length).toBe(2);
    expect(server.seen).toHaveLength(2);
    release();
    server.answer(says('Three.'));
    await until('سه').toEqual({ state: 'done', english: 'Three.' });
  });

  it('are given up when nobody asks for them any more, in line or under way', async () => {
    const { server, suggest, until } = await begin({ lease: 40 });
    held(server);
    // Asked once more, those under way outlast the one in line.
    for (const text of ['یک', 'دو', 'سه', 'یک', 'دو']) suggest(text);
    await expect.poll(() => server.givenUp).toBe(2);
    expect(server.seen).toHaveLength(2);
    server.answer(says('Again.'));
    await until('سه').toEqual({ state: 'done', english: 'Again.' });
  });

  it('that are refused for what they are do not slow the next ones', async () => {
    const { server, suggest, until } = await begin();
    server.answer(says('سلام'));
    await until('سلام').toEqual({ state: 'trouble', trouble: { rule: 'foreign', said: '', until: null } });
    server.answer(says('Bread.'));
    await until('نان').toEqual({ state: 'done', english: 'Bread.' });
    expect(suggest('سلام')).toMatchObject({ state: 'trouble' });
    expect(server.seen).toHaveLength(2);
  });
});

describe('a machine that is dead or busy', () => {
  it('is asked again later and later, and at once when it is back', async () => {
    const { server, suggest, until, pass } = await begin();
    server.answer(json({}, 500));
    const waits: number[] = [];
    for (let time = 0; time < 3; time++) {
      await until('سلام').toMatchObject({ state: 'trouble', trouble: { rule: 'failed' } });
      const said = suggest('نان');
      waits.push(said.state === 'trouble' ? (said.trouble.until ?? 0) : 0);
      pass(120_000);
    }
    expect(waits).toEqual([1_002_000, 1_124_000, 1_248_000]);
    expect(server.seen).toHaveLength(3);
    server.answer(says('Hello.'));
    await until('سلام').toMatchObject({ state: 'done' });
    await until('نان').toMatchObject({ state: 'done' });
  });

  it('is left alone for as long as it says', async () => {
    const { server, suggest, until, pass } = await begin();
    server.answer(json({ error: 'busy' }, 429, { 'retry-after': '90' }));
    await until('سلام').toEqual({ state: 'trouble', trouble: { rule: 'busy', said: 'busy', until: 1_090_000 } });
    server.answer(says('Hello.'));
    pass(89_000);
    expect(suggest('نان')).toMatchObject({ state: 'trouble' });
    expect(server.seen).toHaveLength(1);
    pass(2_000);
    await until('نان').toMatchObject({ state: 'done' });
  });

  it('has what stood in line end with it', async () => {
    const { server, suggest, until } = await begin();
    const { waiting } = held(server);
    for (const text of ['یک', 'دو', 'سه', 'چهار']) suggest(text);
    await expect.poll(() => waiting.length).toBe(2);
    await server.close();
    await until('چهار').toMatchObject({ state: 'trouble', trouble: { rule: 'unreachable' } });
  });
});

describe('the pace of a machine', () => {
  it('reads seconds and dates, and is never more than an hour, nor shorter than its own', () => {
    const now = Date.UTC(2026, 0, 1);
    const wait = (said: string | null) => slower(quick, now, said).until - now;
    expect(['30', 'Thu, 01 Jan 2026 00:01:00 GMT', '999999999', '0', 'soon', null].map(wait)).toEqual([
      30_000, 60_000, 3_600_000, 2_000, 2_000, 2_000,
    ]);
    let pace = quick;
    for (let failure = 0; failure < 2000; failure++) pace = slower(pace, now, null);
    expect(pace.until - now).toBe(300_000);
  });
});

describe('what is kept', () => {
  it('is bounded by number and size, and the longest unused goes first', () => {
    const few = kept<number>(3, 100);
    for (const [key, size] of [
      ['a', 10],
      ['b', 10],
      ['c', 10],
    ] as const)
      few.put(key, size, size);
    few.get('a');
    few.put('d', 10, 10);
    expect(['a', 'b', 'c', 'd'].map((key) => few.get(key))).toEqual([10, undefined, 10, 10]);
    few.put('e', 1, 90);
    expect(['a', 'c', 'd', 'e'].map((key) => few.get(key))).toEqual([undefined, undefined, 10, 1]);
    few.put('f', 1, 101);
    expect(few.get('f')).toBeUndefined();
  });
});
