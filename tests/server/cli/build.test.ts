import { spawn } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

let project: string;
beforeEach(async () => {
  project = await temporaryFolder();
  for (const folder of ['server', 'server/apart', 'server/memory', 'server/spelling', 'shared', 'client'])
    await mkdir(join(project, folder));
  for (const file of ['server/radif.mjs', 'server/build.mjs', 'vite.config.ts', 'package.json', 'package-lock.json']) {
    await copyFile(join(root, file), join(project, file));
  }
  await symlink(join(root, 'node_modules'), join(project, 'node_modules'));
  await says('one');
  for (const program of ['apart/process.ts', 'memory/thread.ts', 'spelling/thread.ts']) {
    await writeFile(join(project, 'server', program), 'process.exit();\n');
  }
  await writeFile(join(project, 'client', 'index.html'), '<!doctype html><title>A page</title>');
});

/** Makes a program that says `word` once it is built. */
function says(word: string): Promise<void> {
  return writeFile(join(project, 'server', 'main.ts'), `process.stdout.write('${word}');\n`);
}

/** Makes the sources look as if they were changed after the last build. */
async function touchSources(): Promise<void> {
  const later = new Date(Date.now() + 60_000);
  await utimes(join(project, 'server', 'main.ts'), later, later);
}

async function launch(command: string) {
  const child = spawn(process.execPath, [join(project, 'server', 'radif.mjs'), command], { stdio: 'pipe' });
  const code = new Promise((resolve) => child.once('exit', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}

describe('the launcher', () => {
  it('builds what is old, once, and says so on standard error only', async () => {
    const first = await launch('list');
    expect(first).toMatchObject({ code: 0, stdout: 'one' });
    expect(first.stderr).toBe('Building Radif, as its sources are newer …\n');
    expect(await launch('list')).toEqual({ code: 0, stdout: 'one', stderr: '' });

    await says('two');
    await touchSources();
    expect(await launch('list')).toMatchObject({ code: 0, stdout: 'two' });
    expect(await launch('list')).toEqual({ code: 0, stdout: 'two', stderr: '' });
  });

  it('builds the client too for a server', async () => {
    expect(await launch('serve')).toMatchObject({ code: 0, stdout: 'one' });
    expect(await readFile(join(project, 'dist', 'client', 'index.html'), 'utf8')).toContain('A page');
  });

  it('builds once when several start at once', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => launch('list')));
    expect(all.map(({ code, stdout }) => [code, stdout])).toEqual(Array(4).fill([0, 'one']));
    expect(all.filter(({ stderr }) => stderr.startsWith('Building'))).toHaveLength(1);
  });

  it('breaks the lock of a build that was killed', async () => {
    await mkdir(join(project, 'dist'));
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => dead.once('exit', resolve));
    await writeFile(join(project, 'dist', '.building'), String(dead.pid));
    expect(await launch('list')).toMatchObject({ code: 0, stdout: 'one' });
  });

  it('says what to do where the builder is not installed', async () => {
    await rm(join(project, 'node_modules'));
    const { code, stdout, stderr } = await launch('list');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Run "npm install"');
    expect(stderr).not.toContain('    at ');
  });

  it('ends with 1 where a build fails, and keeps what was built before', async () => {
    await launch('list');
    await writeFile(join(project, 'server', 'main.ts'), 'this is no program');
    await touchSources();
    const failed = await launch('list');
    expect(failed.code).toBe(1);
    expect(failed.stdout).toBe('');
    expect(failed.stderr).toContain('main.ts');
    expect(await readFile(join(project, 'dist', 'server', 'main.js'), 'utf8')).toContain('one');
  });
});
