import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { edited, run } from '../commands/review/edited.ts';
import { temporaryFolder } from '../temporary.ts';
import { radif } from './program.ts';

it('takes the changes of a Word table over that comes back from review, and tells the rows that it does not take', async () => {
  const folder = await temporaryFolder();
  const env = { RADIF_DATA: join(folder, 'data') };
  const table = join(folder, 'a.jsonl');
  await writeFile(table, '{"fa":"یک آمد.","en":"One came."}\n{"fa":"دو آمد.","en":"Two came."}\n');
  const made = await radif(['import', table], env);
  const [{ id = '' } = {}] = JSON.parse(made.stdout).documents as { id: string }[];
  const file = join(folder, 'a.docx');
  await radif(['export', '--document', id, '--format', 'docx-table', '--states', 'all', '--out', file], env);
  await writeFile(
    file,
    edited(await readFile(file), [
      [run('One came.'), run('One arrived.')],
      [run('دو آمد.'), run('دو رفت.')],
    ]),
  );
  const taken = await radif(['import', file, '--review'], env);
  expect(taken.code).toBe(1);
  expect(JSON.parse(taken.stdout)).toMatchObject({ reviews: [{ rows: 1, changes: [{ document: id }] }] });
  expect(taken.stderr).toContain('a.docx: Row 2 was not taken: its Persian was changed.');
  const out = await radif(['export', '--document', id, '--format', 'text', '--out', '-'], env);
  expect(out.stdout).toContain('One arrived.');
});
