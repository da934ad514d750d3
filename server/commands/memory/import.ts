import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checked, Problem } from '../../../shared/core/problem.ts';
import type { MemoryFile, ReadMemory } from '../../apart/memory-units.ts';
import type { Context } from '../../context.ts';
import { addFile, fileOf, insertJob, jobById } from '../../db/job.ts';
import { comingMemories, insertMemory, nextRevision, putUnits, updateMemory } from '../../db/memory.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { JobKind, Part } from '../../jobs/kind.ts';
import type { ReadUnit } from '../../memory/read-units.ts';
import { dropMemory } from './memories.ts';

/** Bytes of a memory's file: more than a million units. */
export const MAX_MEMORY = 768 * 1024 * 1024;
/** Bytes of it that stand in one row. */
const CHUNK = 4 * 1024 * 1024;

/** What an import is written down with. */
export interface MemoryInput {
  readonly name: string;
  readonly filename: string;
  readonly isShared: boolean;
  readonly chunks: number;
}

/** What came of it. */
export interface MemoryOutcome extends ReadMemory {
  readonly memory: string;
  readonly name: string;
}

/** A memory to be brought in; `path` is its file, which is only read. */
export interface NewMemory {
  readonly project: string;
  readonly isShared: boolean;
  /** `''`: as its file is called. */
  readonly name: string;
  readonly filename: string;
  readonly path: string;
}

/** Writes down a job that makes a memory of a file; gives its id. */
export async function beginMemory(ctx: Context, memory: NewMemory): Promise<Checked<{ readonly job: string }>> {
  const { project, isShared, filename, path } = memory;
  if (!(await projectById(ctx.store.db, project))) throw new UnknownRecord('project', project);
  const { size } = await stat(path);
  if (size === 0) return { ok: false, problems: [emptyFile] };
  const id = ctx.newId();
  const name = memory.name || filename.replace(/\.[^.]*$/, '') || filename;
  const input: MemoryInput = { name, filename, isShared, chunks: Math.ceil(size / CHUNK) };
  await ctx.store.transaction(async (trx) => {
    await insertJob(trx, { id, project, kind: 'memory', input, parts: [null], person: ctx.person, at: ctx.now() });
    let number = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
      await addFile(trx, id, number++, chunk as Buffer);
    }
  });
  ctx.wakeJobs();
  return { ok: true, value: { job: id } };
}

const emptyFile: Problem = { rule: 'file.empty', message: 'The file is empty. Choose another one.' };

/** How long reading may take, in milliseconds: a job is seen and can be stopped. */
const LONGEST = 3_600_000;

/** Makes a memory of a file. Its units are written in many small transactions while nobody sees the memory, so that others write in
 *  between; the last one shows it. What an import that ended half-way has left is taken away by the next. */
export const memoryJob: JobKind = {
  async part(ctx, { folder, ...part }) {
    const { name, filename, isShared } = part.input as MemoryInput;
    const id = part.job;
    await sweep(ctx, id);
    const file = await fetched(ctx, part, join(await folder(), 'file'));
    const row = { id, project_id: isShared ? null : part.project, kind: 'coming' as const, name };
    try {
      await ctx.store.transaction((trx) => insertMemory(trx, { ...row, ...beginning, created_at: ctx.now() }));
      const order: MemoryFile = { path: file.path, name: filename, bytes: file.bytes };
      const tell = (units: unknown) => addUnits(ctx, id, part.person, units as readonly ReadUnit[]);
      const { progress, signal } = part;
      const read = await ctx.apart.run('memoryUnits', order, { time: LONGEST, progress, signal, tell });
      if (!read.ok) {
        await dropMemory(ctx, id);
        return read;
      }
      const outcome: MemoryOutcome = { ...read.value, memory: id, name };
      return {
        ok: true,
        value: async (trx) => {
          await updateMemory(trx, id, { kind: 'imported' });
          return outcome;
        },
      };
    } catch (error) {
      // Cancelled, or not to be done: nobody else works on it now, or whoever does begins anew.
      if (part.signal.aborted) await dropMemory(ctx, id);
      throw error;
    }
  },
};

const beginning = { priority: 0, penalty: 0, is_on: 1, read_only: 0, revision: 0, next_number: 0, units: 0 } as const;

async function addUnits(
  { store, now }: Context,
  memory: string,
  person: string,
  units: readonly ReadUnit[],
): Promise<void> {
  await store.transaction(async (trx) => {
    const at = now();
    const { revision, first } = await nextRevision(trx, memory, { more: units.length, numbers: units.length, at });
    const rows = units.map(({ source, target }, index) => ({
      ...{ memory_id: memory, number: first + index, revision, source, target, document_id: null, segment: null },
      ...{ origin: null, status: null, alignment: null, person, at, removed: 0 as const },
    }));
    await putUnits(trx, rows);
  });
}

/** The file of a job, in a place where it can be read piece by piece. */
async function fetched(
  { store }: Context,
  { job, input }: Pick<Part, 'job' | 'input'>,
  path: string,
): Promise<{ readonly path: string; readonly bytes: number }> {
  const { chunks } = input as MemoryInput;
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    for (let number = 0; number < chunks; number++) {
      const chunk = await fileOf(store.db, job, number);
      bytes += chunk.length;
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  return { path, bytes };
}

/** Takes away what imports have left that ended half-way: this one's, which begins anew, and those whose job is over. */
async function sweep(ctx: Context, own: string): Promise<void> {
  for (const id of await comingMemories(ctx.store.db)) {
    const job = id === own ? undefined : await jobById(ctx.store.db, id);
    const isOpen = job !== undefined && !['done', 'cancelled', 'failed'].includes(job.state);
    if (!isOpen) await dropMemory(ctx, id);
  }
}
