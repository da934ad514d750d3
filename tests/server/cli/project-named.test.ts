import { expect, it } from 'vitest';
import { openWorkspace } from '../../../server/cli/workspace.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import { closeContext } from '../../../server/context.ts';
import { readSettings } from '../../../server/settings.ts';
import { temporaryFolder } from '../temporary.ts';
import { files, radif } from './in-process.ts';

/** A data folder with two projects of one name; only the first has a document. */
async function twins() {
  const env = { RADIF_DATA: await temporaryFolder() };
  const at = await files({ 'text.txt': 'سلام.\nخداحافظ.' });
  expect((await radif(['import', at('text.txt'), '--project', 'Week'], '', env)).code).toBe(0);
  const settings = readSettings(env);
  const opened = settings.ok ? await openWorkspace(settings.value, () => {}) : settings;
  if (!opened.ok) throw new Error('The data folder does not open');
  await createProject(opened.value, { name: 'Week' });
  await closeContext(opened.value);
  const listed = async () => {
    const { projects } = JSON.parse((await radif(['list'], '', env)).lines.join('')) as {
      projects: { id: string; name: string; documents: object[] }[];
    };
    return projects;
  };
  return { env, text: at('text.txt'), listed };
}

it.each([
  ['export', ['export', '--format', 'jsonl', '--states', 'all', '--out', '-', '--project']],
  ['release', ['release', 'list', '--project']],
])('%s of a project whose name another has too asks which of them is meant', async (_, args) => {
  const { env, listed } = await twins();
  const { code, lines, stderr } = await radif([...args, 'Week'], '', env);
  expect([code, lines]).toEqual([2, []]);
  const projects = await listed();
  expect(projects).toHaveLength(2);
  for (const { id } of projects) expect(stderr[0]).toContain(id);
  const full = projects.find(({ documents }) => documents.length === 1);
  expect((await radif([...args, full?.id ?? ''], '', env)).code).toBe(0);
});

it('an import goes into the project of the id, and into none where two have the name', async () => {
  const { env, text, listed } = await twins();
  expect((await radif(['import', text, '--project', 'Week'], '', env)).code).toBe(2);
  const empty = (await listed()).find(({ documents }) => documents.length === 0);
  expect((await radif(['import', text, '--project', empty?.id ?? ''], '', env)).code).toBe(0);
  expect((await listed()).map(({ name, documents }) => [name, documents.length])).toEqual([
    ['Week', 1],
    ['Week', 1],
  ]);
});
