import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Apart } from '../../../server/apart/apart.ts';
import { inProcesses, type ProcessLimits } from '../../../server/apart/in-processes.ts';
import type { Input } from '../../../server/apart/tasks.ts';
import type { SegmentRow } from '../../../server/db/segment.ts';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { temporaryFolder } from '../temporary.ts';
import { persian } from '../writer.ts';
import { workerProgram } from './worker.ts';

let apart: Apart | undefined;
afterEach(() => apart?.close());

async function real(limits: Partial<ProcessLimits> = {}): Promise<Apart> {
  apart = inProcesses(await workerProgram(), limits);
  return apart;
}

/** Tasks whose process does what `body` says as soon as it is given one. */
async function playing(body: string, limits: Partial<ProcessLimits> = {}): Promise<Apart> {
  const program = join(await temporaryFolder(), 'program.mjs');
  await writeFile(program, `process.on('message', (order) => { ${body} });`);
  apart = inProcesses(program, limits);
  return apart;
}

const order = (raw: string): Input<'document'> => ({
  content: { raw },
  project: 'p',
  title: '',
  rules: persianRules,
  at: 7,
});
const fill = 'const all = new Map(); for (let n = 0; ; n++) all.set(n, { n });';
const never = 'for (;;);';

describe('a text that is read in a process of its own', () => {
  it('comes back as a document, its segments in pieces and in order', async () => {
    const pieces: (readonly SegmentRow[])[] = [];
    const tell = (piece: unknown) => void pieces.push(piece as readonly SegmentRow[]);
    const made = await (await real()).run('document', order(persian(600)), { tell });
    expect(made).toMatchObject({
      ok: true,
      value: { title: 'این جمله 0 درباره وزیر است. این جمله 1 درباره دیدار است.…', at: 7 },
    });
    expect(pieces.map(({ length }) => length)).toEqual([250, 250, 100]);
    const numbers = pieces.flat().map(({ source }) => Number(/\d+/.exec(source)?.[0]));
    expect(numbers).toEqual(Array.from({ length: 600 }, (_, n) => n));
  });

  it('comes back as a problem where it is none', async () => {
    expect(await (await real()).run('document', order('…'))).toMatchObject({ problems: [{ rule: 'text.no-words' }] });
  });

  it('may be one of many that come at once', async () => {
    const here = await real({ running: 2 });
    const made = await Promise.all(Array.from({ length: 8 }, () => here.run('document', order(persian(3)))));
    expect(made.every(({ ok }) => ok)).toBe(true);
  });
});

describe('a task that runs out of bounds', () => {
  it('of memory in one go is a plain problem, and the next one is done', async () => {
    const here = await playing(fill, { memory: 32 });
    const rejected = { problem: { rule: 'work.memory', message: expect.stringMatching(/\.$/) } };
    await expect(here.run('document', order('x'))).rejects.toMatchObject(rejected);
    await expect(here.run('document', order('x'))).rejects.toMatchObject(rejected);
    await here.close();
    expect(await (await real()).run('document', order(persian(1)))).toMatchObject({ ok: true });
  });

  it('of memory while it reads a real text is a plain problem', async () => {
    const here = await real({ memory: 24 });
    const letters = order('ا\n'.repeat(2_000_000));
    await expect(here.run('document', letters)).rejects.toMatchObject({ problem: { rule: 'work.memory' } });
  });

  it('of time is a plain problem', async () => {
    const here = await playing(never, { time: 200 });
    await expect(here.run('document', order('x'))).rejects.toMatchObject({ problem: { rule: 'work.time' } });
    const other = await playing(never, { time: 60_000 });
    const asked = other.run('document', order('x'), { time: 200 });
    await expect(asked).rejects.toMatchObject({ problem: { rule: 'work.time' } });
  });

  it('can be cancelled, also where it does not listen', async () => {
    const here = await playing("process.send({ kind: 'progress', share: 0.5 }, undefined, {}, () => { for (;;); });");
    const cancelling = new AbortController();
    const progress = () => cancelling.abort();
    const work = here.run('document', order('x'), { progress, signal: cancelling.signal });
    await expect(work).rejects.toMatchObject({ problem: { rule: 'work.cancelled' } });
  });

  it('keeps others waiting, and too many of them are refused', async () => {
    const here = await playing(never, { running: 1, waiting: 1 });
    const stopping = new AbortController();
    const { signal } = stopping;
    const [first, second] = [
      here.run('document', order('x'), { signal }),
      here.run('document', order('x'), { signal }),
    ];
    await expect(here.run('document', order('x'))).rejects.toMatchObject({ problem: { rule: 'work.busy' } });
    stopping.abort();
    await expect(first).rejects.toMatchObject({ problem: { rule: 'work.cancelled' } });
    await expect(second).rejects.toMatchObject({ problem: { rule: 'work.cancelled' } });
  });

  it('says what it threw', async () => {
    const here = await playing("process.send({ kind: 'failed', message: 'broken', stack: 'at a' });");
    await expect(here.run('document', order('x'))).rejects.toThrow('broken');
  });

  it('is stopped when the server closes', async () => {
    const here = await playing(never);
    const work = here.run('document', order('x'));
    const rejected = expect(work).rejects.toThrow();
    await here.close();
    await rejected;
  });
});
