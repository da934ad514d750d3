import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { radif } from './program.ts';

const fa = 'وزیر گفت که نشست امروز برگزار شد. او به تهران رفت.\nاین پایان است.';
const en = 'The minister said that the meeting was held today. He went to Tehran. This is the end.';

it('brings a Persian file and its English in as one document, told apart by themselves or as it is told', async () => {
  const folder = await temporaryFolder();
  const env = { RADIF_DATA: join(folder, 'data') };
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const [persian, english] = [await file('fa.txt', fa), await file('en.txt', en)];

  const running = await radif(['import', persian, '--english', english, '--title', 'Both'], env);
  expect(running).toMatchObject({ code: 0, stderr: '' });
  const [document] = JSON.parse(running.stdout).documents;
  expect(document).toMatchObject({ title: 'Both', segments: 3, counts: { both: 3, sourceOnly: 0, targetOnly: 0 } });

  const insisted = await radif(['import', persian, '--english', english, '--lines'], env);
  expect(insisted.code).toBe(1);
  expect(insisted.stderr).toContain('one has 2 lines, the other one 1');

  const table = await file('table.tsv', 'سلام.\tHello.\nاو رفت.\tHe went.\n');
  const paired = await radif(['import', table, '--pair'], env);
  expect(JSON.parse(paired.stdout).documents).toMatchObject([{ title: 'table', segments: 2 }]);

  const wide = await file('wide.tsv', 'n\tx\ty\n1\tسلام.\tHello.\n2\tاو رفت.\tHe went.\n');
  const chosen = await radif(['import', wide, '--pair', '--columns', 'fa=2,en=3', '--header', 'yes'], env);
  expect(JSON.parse(chosen.stdout).documents).toMatchObject([{ title: 'wide', segments: 2, counts: { both: 2 } }]);
  const corpus = await radif(['import', wide, '--columns', 'segment=1,fa=2,en=3', '--header', 'yes'], env);
  expect(JSON.parse(corpus.stdout).documents).toMatchObject([{ title: 'wide', segments: 2 }]);
  expect((await radif(['import', wide, wide, '--columns', 'fa=2,en=3'], env)).code).toBe(2);

  expect((await radif(['import', persian, '--lines'], env)).code).toBe(2);
  expect((await radif(['import', persian, english, '--english', english], env)).code).toBe(2);
  expect((await radif(['import', persian, '--english', join(folder, 'none.txt')], env)).code).toBe(1);
});
