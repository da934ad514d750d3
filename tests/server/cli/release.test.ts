import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { radif } from './program.ts';

let folder: string;
let env: Record<string, string>;
beforeEach(async () => {
  folder = await temporaryFolder();
  env = { RADIF_DATA: join(folder, 'data') };
});

async function importTexts(): Promise<void> {
  const paths: string[] = [];
  for (const [index, text] of ['او رفت. او برگشت.', 'باران آمد.', 'کسی نبود. همه رفته بودند.'].entries()) {
    const path = join(folder, `${index}.txt`);
    await writeFile(path, text);
    paths.push(path);
  }
  const { code, stderr } = await radif(['import', ...paths, '--project', 'All'], env);
  expect([code, stderr]).toEqual([0, '']);
}

describe('radif release', () => {
  it('makes a release, lists it, saves it, verifies it and makes it again from its manifest', async () => {
    await importTexts();
    const [made, saved, remade] = ['made.zip', 'saved.zip', 'again.zip'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const args = [
      '--project',
      'All',
      '--name',
      '1.0',
      '--states',
      'all',
      '--formats',
      'jsonl,tsv,conll',
      '--splits',
      '60/20/20',
    ];
    const { code, stdout, stderr } = await radif(['release', 'make', ...args, '--out', made], env);
    expect([code, stderr]).toEqual([0, '']);
    const { id } = JSON.parse(stdout) as { readonly id: string };
    const listed = await radif(['release', 'list', '--project', 'All'], env);
    expect(JSON.parse(listed.stdout).releases).toMatchObject([
      { id, name: '1.0', statistics: { segments: 5, documents: 3 } },
    ]);
    expect((await radif(['release', 'save', id, '--out', saved], env)).code).toBe(0);
    expect(await radif(['release', 'verify', saved], env)).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect((await radif(['release', 'again', made, '--out', remade], env)).code).toBe(0);
    const bytes = await readFile(made);
    expect((await readFile(saved)).equals(bytes)).toBe(true);
    expect((await readFile(remade)).equals(bytes)).toBe(true);
    const manifest = join(folder, 'manifest.json');
    await writeFile(manifest, unzipSync(bytes)['manifest.json'] ?? '');
    expect((await radif(['release', 'again', manifest, '--out', remade], env)).code).toBe(0);
    expect((await readFile(remade)).equals(bytes)).toBe(true);

    const files = unzipSync(bytes);
    await writeFile(made, zipSync({ ...files, 'data/tsv/train.tsv': Buffer.from('else') }));
    const verified = await radif(['release', 'verify', made], env);
    expect(verified.code).toBe(1);
    expect(verified.stderr).toMatch(
      /made\.zip: release\.file-differs: data\/tsv\/train\.tsv is not as the manifest says/,
    );
  });

  it.each([
    [['release'], 'Expected make, again, verify, list or save'],
    [['release', 'make', '--name', '1'], 'Say with --project which project'],
    [['release', 'make', '--project', 'All', '--name', ''], '--name'],
    [['release', 'make', '--project', 'All', '--name', '1', '--splits', '80'], '--splits should be three shares'],
    [['release', 'make', '--project', 'All', '--name', '1', '--formats', 'pdf'], '--formats'],
    [['release', 'make', '--project', 'All', '--name', '1', '--fa', '9-3'], '--filters.fa'],
    [['release', 'again', 'a.json'], 'Say with --out'],
  ])('called as %j says what is wrong and ends with 2', async (args, words) => {
    await importTexts();
    const { code, stderr } = await radif(args, env);
    expect([code, stderr.split('\n').at(-2)]).toEqual([2, 'radif release --help tells how to call it.']);
    expect(stderr).toContain(words);
  });

  it('says what is wrong with a file that is no archive, is no manifest or is not there', async () => {
    const path = join(folder, 'a.json');
    await writeFile(path, '{"radif":"backup"}');
    const out = join(folder, 'b.zip');
    expect((await radif(['release', 'again', path, '--out', out], env)).stderr).toContain('a.json: malformed: radif');
    expect((await radif(['release', 'verify', path], env)).stderr).toContain('release.unreadable');
    expect(await radif(['release', 'verify', out], env)).toMatchObject({
      code: 1,
      stderr: `${out}: file: There is no such file or folder.\n`,
    });
  });
});
