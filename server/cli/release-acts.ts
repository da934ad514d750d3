import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import { product } from '../../shared/core/product.ts';
import type { ReleaseManifest } from '../../shared/release/manifest.ts';
import { type JobView, openJob } from '../commands/job/jobs.ts';
import type { Context } from '../context.ts';
import { workOnJobs } from '../jobs/jobs.ts';
import { makeAgain } from '../release/again.ts';
import { beginRelease } from '../release/begin.ts';
import { releaseJobs } from '../release/kind.ts';
import { releaseManifest } from '../release/manifest-shape.ts';
import type { ReleaseOrder } from '../release/order.ts';
import { archiveBytes, listReleases, storedRelease } from '../release/stored.ts';
import { archiveManifest, verifyArchive } from '../release/verify.ts';
import type { ExitCode } from './command.ts';
import { fileProblem } from './file-failure.ts';
import { projectNamed } from './project-named.ts';
import { problemLine, type Terminal, tellProblems } from './terminal.ts';
import { withWorkspace } from './workspace.ts';

/** Makes a release of a project, as the workbench does, and writes its archive to `out` where that is given. */
export function makeProjectRelease(
  terminal: Terminal,
  name: string,
  order: (project: string) => ReleaseOrder,
  out: string | null,
): Promise<ExitCode> {
  return withWorkspace(terminal, async (ctx) => {
    const begun = await beginRelease(ctx, order(await projectId(ctx, name)));
    if (!begun.ok) return refused(terminal, begun.problems);
    const ended = await workedOff(ctx, begun.value.job);
    if (ended.state !== 'done') return refused(terminal, ended.problems);
    const row = await storedRelease(ctx, begun.value.job);
    await terminal.write(`${JSON.stringify({ id: row.id, name: row.name, size: row.size, sha256: row.sha256 })}\n`);
    return out === null ? 0 : writeArchive(terminal, out, archiveBytes(ctx, row));
  });
}

/** The job when it has ended: done by this process, or by a server on the same database that was there first. */
async function workedOff(ctx: Context, id: string): Promise<JobView> {
  const jobs = workOnJobs(ctx, releaseJobs, ctx.report, 50);
  try {
    for (;;) {
      const job = await openJob(ctx, { id });
      if (['done', 'failed', 'cancelled'].includes(job.state)) return job;
      await pause(50);
    }
  } finally {
    await jobs.close();
  }
}

/** Writes a release that the database keeps. */
export function saveRelease(terminal: Terminal, id: string, out: string): Promise<ExitCode> {
  return withWorkspace(terminal, async (ctx) =>
    writeArchive(terminal, out, archiveBytes(ctx, await storedRelease(ctx, id))),
  );
}

export function listProjectReleases(terminal: Terminal, name: string): Promise<ExitCode> {
  return withWorkspace(terminal, async (ctx) => {
    const releases = await listReleases(ctx, { project: await projectId(ctx, name) });
    await terminal.write(`${JSON.stringify({ releases })}\n`);
    return 0;
  });
}

/** Makes a release again from its manifest, or from the one in an archive. */
export async function releaseAgain(terminal: Terminal, path: string, out: string): Promise<ExitCode> {
  const read = await reading(path, () => manifestAt(path));
  if (!read.ok) return refused(terminal, read.problems, path);
  const { recipe } = read.value;
  if (recipe.tool !== product.version) {
    terminal.tell(`The release was made with Radif ${recipe.tool}, this is ${product.version}: bytes may differ.`);
  }
  return withWorkspace(terminal, (ctx) => {
    const { bytes } = makeAgain(ctx, recipe, { signal: new AbortController().signal, progress: () => {} });
    return writeArchive(terminal, out, bytes);
  });
}

/** Tells which files of an archive are not as its manifest says. */
export async function verifyFile(terminal: Terminal, path: string): Promise<ExitCode> {
  const found = await reading(path, async (): Promise<Checked<null>> => {
    const problems = await verifyArchive(path);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: null };
  });
  return found.ok ? 0 : refused(terminal, found.problems, path);
}

async function manifestAt(path: string): Promise<Checked<ReleaseManifest>> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    if (bytesRead === 2 && buffer.toString('latin1') === 'PK') return await archiveManifest(path);
  } finally {
    await handle.close();
  }
  return releaseManifest(await readFile(path, 'utf8'));
}

/** A file that cannot be read is a problem. */
async function reading<T>(path: string, read: () => Promise<Checked<T>>): Promise<Checked<T>> {
  try {
    return await read();
  } catch (error) {
    const problem = fileProblem(error, path);
    if (problem === null) throw error;
    return { ok: false, problems: [problem] };
  }
}

function refused(terminal: Terminal, problems: readonly Problem[], path?: string): ExitCode {
  if (path === undefined) tellProblems(terminal, problems);
  else for (const problem of problems) terminal.tell(problemLine(problem, path));
  return 1;
}

/** The file gets its name only when it is complete and on disk. */
async function writeArchive(terminal: Terminal, out: string, bytes: AsyncIterable<Uint8Array>): Promise<ExitCode> {
  const part = `${out}.${randomUUID().slice(0, 8)}.part`;
  try {
    const handle = await open(part, 'wx');
    try {
      for await (const piece of bytes) await handle.appendFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, out);
    return 0;
  } catch (error) {
    const problem = fileProblem(error, out);
    if (problem === null) throw error;
    return refused(terminal, [problem], out);
  } finally {
    await rm(part, { force: true });
  }
}

async function projectId(ctx: Context, name: string): Promise<string> {
  return (await projectNamed(ctx, name))?.id ?? name;
}
