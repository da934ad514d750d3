import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { files, radif } from './in-process.ts';

const tsv = 'fa\ten\nپروژه‌های دولت.\tThe projects of the government.\nپروژه تمام شد.\tThe project ended.\n';

async function workspace() {
  const at = await files({ 'words.tsv': tsv });
  const env = { RADIF_DATA: await temporaryFolder() };
  const brought = await radif(['import', at('words.tsv'), '--pair', '--project', 'Words'], '', env);
  expect(brought.code).toBe(0);
  const { lines } = await radif(['list'], '', env);
  const { projects } = JSON.parse(lines.join('')) as { projects: { id: string; documents: { id: string }[] }[] };
  const project = projects.find(({ documents }) => documents.length > 0);
  return { env, project: project?.id ?? '', document: project?.documents[0]?.id ?? '' };
}

describe('radif replace', () => {
  it('shows what would change, and writes it only when it is told to', async () => {
    const { env, project, document } = await workspace();
    const asked = ['replace', document, '--find', 'project', '--with', 'scheme'];
    const dry = await radif(asked, '', env);
    expect(dry.code).toBe(0);
    expect(dry.lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { document, row: 1, from: 4, to: 11, before: 'project', after: 'scheme' },
      { document, row: 2, before: 'project', after: 'scheme' },
    ]);
    expect(dry.stderr).toEqual(['2 places would change. Nothing was written; --write does it.']);
    expect((await radif(asked, '', env)).lines).toHaveLength(2);
    const all = ['replace', project, '--find', 'project', '--with', 'scheme', '--write'];
    expect((await radif(all, '', env)).stderr).toEqual(['2 places were written, 0 were left.']);
    expect((await radif(asked, '', env)).lines).toEqual([]);
  });

  it('tells what is wrong with its arguments, and an expression that is none', async () => {
    const { env, document } = await workspace();
    expect(await radif(['replace', document, '--find', 'x'], '', env)).toMatchObject({ code: 2 });
    const rows = await radif(['replace', document, '--find', 'x', '--with', 'y', '--rows', '3'], '', env);
    expect(rows.stderr[0]).toContain('--rows should be written as 3-40, but it is "3".');
    const broken = await radif(['replace', document, '--find', '(', '--with', 'y', '--expression'], '', env);
    expect([broken.code, broken.stderr.join(' ')]).toEqual([
      1,
      expect.stringContaining('This is no regular expression'),
    ]);
    expect((await radif(['replace', '--help'])).lines[0]).toContain('radif replace');
  });
});
