import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { engineOf } from '../engines.ts';
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

it('goes over to PostgreSQL and back by one command each, verified, and what was there stays', async () => {
  const [data, back] = [join(await temporaryFolder(), 'data'), join(await temporaryFolder(), 'back')];
  const { databaseUrl = '' } = await engineOf('postgres').place();
  const embedded = { RADIF_DATA: data };
  expect(await radif(['import', '--project', 'News', 'tests/fixtures/statements.fa.txt'], embedded)).toMatchObject({
    code: 0,
  });
  const over = await radif(['copy', databaseUrl], embedded);
  expect(JSON.parse(over.stdout)).toMatchObject({ documents: 1, problems: 0 });
  const listed = await radif(['list'], embedded);
  expect((await radif(['list'], { RADIF_DATA: data, DATABASE_URL: databaseUrl })).stdout).toBe(listed.stdout);

  const again = await radif(['copy', databaseUrl], embedded);
  expect(again).toMatchObject({ code: 1, stdout: '' });
  expect(again.stderr).toContain('is not empty');
  expect((await radif(['copy', data], embedded)).stderr).toContain('where it is already');

  const home = await radif(['copy', back], { RADIF_DATA: data, DATABASE_URL: databaseUrl });
  expect(JSON.parse(home.stdout)).toEqual({ copied: back, documents: 1, problems: 0 });
  expect((await radif(['list'], { RADIF_DATA: back })).stdout).toBe(listed.stdout);
  expect((await radif(['list'], embedded)).stdout).toBe(listed.stdout);
});
