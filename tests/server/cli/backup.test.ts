import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { radif, serving } from './program.ts';

it('is written beside a running server, put back in its place once that has ended, and found whole', async () => {
  const data = join(await temporaryFolder(), 'data');
  const file = join(await temporaryFolder(), 'radif.backup');
  const env = { RADIF_DATA: data };
  const server = await serving(env);
  onTestFinished(async () => void (await server.end('SIGKILL')));
  expect(await radif(['backup', file], env)).toMatchObject({ code: 0, stderr: '' });
  const early = await radif(['restore', file, '--replace'], env);
  expect(early).toMatchObject({ code: 1, stdout: '' });
  expect(early.stderr).toContain('end it first. Nothing was changed.');
  await server.end('SIGINT');

  expect((await radif(['restore', file], env)).stderr).toContain('has a database already');
  const replaced = await radif(['restore', file, '--replace'], env);
  expect(JSON.parse(replaced.stdout)).toMatchObject({ documents: 2, problems: 0 });
  expect((await readdir(data)).some((name) => name.startsWith('radif.db.replaced-'))).toBe(true);
  expect(JSON.parse((await radif(['verify'], env)).stdout)).toMatchObject({ documents: 2, problems: 0 });

  await rm(join(data, 'radif.db'));
  const gone = await radif(['list'], env);
  expect(gone).toMatchObject({ code: 1, stdout: '' });
  expect(gone.stderr).toContain('radif restore FILE');
  expect(await radif(['restore', file, '--replace'], env)).toMatchObject({ code: 0 });
  expect((await radif(['list'], env)).stdout).toContain('Statements, translated');
});
