import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { listDocuments } from '../../../server/commands/document/list.ts';
import { beginCorpus, importCorpusNow } from '../../../server/commands/job/corpus.ts';
import { openJob } from '../../../server/commands/job/jobs.ts';
import { jobKinds } from '../../../server/commands/job/kinds.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import { workOnJobs } from '../../../server/jobs/jobs.ts';
import { removeAbandoned, temporaryFolder } from '../../../server/temporary/folder.ts';
import { workerProgram } from '../apart/worker.ts';
import { serving } from '../cli/program.ts';
import { engineOf } from '../engines.ts';
import { startProgram } from '../process/program.ts';
import { temporaryFolder as testFolder } from '../temporary.ts';

/** Where temporary files of this test and of the programs that it starts go. */
async function ownTemporary(): Promise<string> {
  const folder = await testFolder();
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  return folder;
}

const corpus = (rows: number) => {
  const lines = Array.from({ length: rows }, (_, n) =>
    JSON.stringify({ fa: `این جمله ${n} است.`, en: `This is ${n}.` }),
  );
  return [{ name: 'corpus.jsonl', bytes: Buffer.from(`${lines.join('\n')}\n`) }];
};
const choices = { labels: {}, without: [] };

describe('a folder for temporary files', () => {
  const engine = engineOf('sqlite');

  it('goes with the next start where its process was killed, and stays where that lives', async () => {
    await ownTemporary();
    const [killed, living] = await Promise.all(
      [1, 2].map(() => startProgram('tests/server/temporary/holding.ts', null)),
    );
    await Promise.all([killed?.until(1), living?.until(1)]);
    const [gone = '', kept = ''] = [killed?.said[0], living?.said[0]];
    const own = await temporaryFolder('export');
    await removeAbandoned();
    expect([gone, kept, own.path].map((path) => existsSync(path))).toEqual([true, true, true]);
    await killed?.kill();
    expect(existsSync(join(gone, 'documents'))).toBe(true);
    await removeAbandoned();
    expect([gone, kept, own.path].map((path) => existsSync(path))).toEqual([false, true, true]);
    await own.remove();
    expect(existsSync(own.path)).toBe(false);
  });

  it('is the only thing that is removed: what nobody listens on, and what is no such folder, stays', async () => {
    const folder = await ownTemporary();
    const program = await startProgram('tests/server/temporary/holding.ts', null);
    await program.until(1);
    await program.kill();
    const abandoned = program.said[0] ?? '';
    mkdirSync(join(folder, 'radif-job-begins'));
    mkdirSync(join(folder, 'radif-data'));
    symlinkSync(abandoned, join(folder, 'radif-job-linked'));
    writeFileSync(join(folder, 'radif-job-afile1'), '');
    await removeAbandoned();
    expect(readdirSync(folder).sort()).toEqual(
      ['radif-data', 'radif-job-afile1', 'radif-job-begins', 'radif-job-linked'].sort(),
    );
  });

  it('is left by a server that is killed while it brings in a corpus, and taken away by the next', async () => {
    const folder = await ownTemporary();
    const data = await testFolder();
    const ctx = await engine.context({ data });
    const { id: project } = await createProject(ctx, { name: 'Corpora' });
    await beginCorpus(ctx, { project, files: corpus(30_000), choices });
    const killed = await serving({ RADIF_DATA: data });
    onTestFinished(async () => void (await killed.end('SIGKILL')));
    const folders = () => readdirSync(folder).filter((name) => name.startsWith('radif-job-'));
    await vi.waitFor(() => expect(folders()).toHaveLength(1), 60_000);
    const [left = ''] = folders();
    await killed.end('SIGKILL');
    expect(folders()).toEqual([left]);
    const next = await serving({ RADIF_DATA: data });
    onTestFinished(async () => void (await next.end('SIGKILL')));
    expect(folders()).not.toContain(left);
  });
});

/** Mounts a disk of a few KiB as the place for temporary files. */
async function smallDisk(size: string): Promise<string> {
  const folder = await ownTemporary();
  expect(mount(size, folder)).toBe(0);
  onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return folder;
}

const mount = (size: string, folder: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status;

/** Only some users may mount a disk. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'radif-test-'));
  const isMounted = mount('16k', folder) === 0;
  if (isMounted) spawnSync('umount', [folder]);
  rmdirSync(folder);
  return isMounted;
}

describe.skipIf(!mayMount())('a full disk for temporary files', () => {
  const engine = engineOf('sqlite');

  it.each([
    ['by its files', '16k'],
    ['by the documents that are made of them', '768k'],
  ])('is told of a corpus as what it is, with the remedy: filled %s', async (_, size) => {
    const ctx = await engine.context({ worker: await workerProgram() });
    const folder = await smallDisk(size);
    const { id: project } = await createProject(ctx, { name: 'Corpora' });
    const files = corpus(6_000);
    const full = { rule: 'work.disk', values: { folder }, message: expect.stringMatching(/TMPDIR/) };
    expect(await importCorpusNow(ctx, { project, files, choices })).toMatchObject({ ok: false, problems: [full] });
    const begun = await beginCorpus(ctx, { project, files, choices });
    const id = begun.ok ? begun.value.job : '';
    const jobs = workOnJobs(ctx, jobKinds, console.error, 5);
    await vi.waitFor(async () => expect((await openJob(ctx, { id })).state).toBe('failed'), 60_000);
    await jobs.close();
    expect(await openJob(ctx, { id })).toMatchObject({ problems: [full], outcome: null });
    expect(await listDocuments(ctx)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
