import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { temporaryFolder } from '../temporary.ts';
import { radif } from './program.ts';

let folder: string;
let env: Record<string, string>;
beforeEach(async () => {
  folder = await temporaryFolder();
  env = { RADIF_DATA: join(folder, 'data') };
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('the command line', () => {
  it('tells its commands and settings', async () => {
    for (const args of [[], ['--help'], ['-h'], ['help']]) {
      const { code, stdout, stderr } = await radif(args);
      expect(code).toBe(0);
      expect(stderr).toBe('');
      for (const word of ['serve', 'import', 'list', 'export', 'segment', 'rebuild', 'RADIF_DATA', 'DATABASE_URL']) {
        expect(stdout).toContain(word);
      }
    }
  });

  it('tells its version', async () => {
    expect((await radif(['--version'])).stdout).toBe(`${manifest.version}\n`);
  });

  it.each(['serve', 'import', 'list', 'export', 'segment', 'rebuild'])('%s tells how to call it', async (name) => {
    const { code, stdout } = await radif([name, '--help'], { PORT: 'wrong' });
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: radif ${name}`));
  });

  it.each([
    [['burn'], 'There is no command "burn"'],
    [['toString'], 'There is no command "toString"'],
    [['list', '--colour'], '--colour'],
    [['list', 'extra'], 'extra'],
    [['segment', '--lang', 'de'], '--lang should be fa or en, but it is "de"'],
    [['import'], 'Give the files to import'],
    [['import', 'a.txt', 'b.txt', '--title', 'T'], '--title is for one file only'],
    [['import', 'a.txt', '--encoding', 'latin1'], '--encoding should be one of utf-8'],
    [['export', '--document', 'd', '--format', 'tmx'], '--out'],
    [['export', '--document', 'd', '--format', 'pdf', '--out', '-'], '--format'],
    [['export', '--document', 'd', '--format', 'moses', '--out', '-'], 'moses makes two files'],
    [['export', '--format', 'tmx', '--out', '-'], 'Choose one document or one project'],
    [['export', '--document', 'd', '--format', 'tmx', '--states', 'done', '--out', '-'], '--states'],
  ])('called as %j says what is wrong and ends with 2', async (args, words) => {
    const { code, stdout, stderr } = await radif(args, env);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
  });

  it.each(['list', 'serve', 'rebuild'])('%s ends with 2 on a wrong setting, which it names', async (name) => {
    const { code, stderr } = await radif([name], { ...env, PORT: 'eighty' });
    expect(code).toBe(2);
    expect(stderr).toContain('PORT should be a whole number from 0 to 65535');
  });

  it('says so when the data folder cannot be used', async () => {
    const { code, stderr } = await radif(['list'], { RADIF_DATA: await file('data', 'a file') });
    expect(code).toBe(1);
    expect(stderr).not.toContain('    at ');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('radif segment', () => {
  it('tells the units of a Persian text by paragraph', async () => {
    const { code, stdout } = await radif(['segment'], {}, 'وزیر خارجه: ما می‌رویم. خداحافظ.\n\nپایان.\n');
    expect(code).toBe(0);
    const { paragraphs } = JSON.parse(stdout);
    expect(paragraphs).toHaveLength(2);
    expect(paragraphs[0].units[0]).toEqual({ kind: 'lead', statement: 0, from: 0, to: 10, text: 'وزیر خارجه' });
    expect(paragraphs[1]).toMatchObject({ index: 1, units: [{ statement: 0, from: 0, to: 6, text: 'پایان.' }] });
  });

  it('tells the units of an English one', async () => {
    const { stdout } = await radif(['segment', '--lang', 'en'], {}, 'Mr. Smith left. He was tired.');
    expect(JSON.parse(stdout).paragraphs[0].units).toHaveLength(2);
  });

  it('finds nothing in nothing', async () => {
    const { code, stdout } = await radif(['segment'], {}, '');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ paragraphs: [] });
  });

  it('names the byte that is not UTF-8', async () => {
    const { code, stdout, stderr } = await radif(['segment'], {}, new Uint8Array([0x61, 0xff]));
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('Byte 1');
  });
});

describe('radif import, list and export', () => {
  it('take a text in and give it back', async () => {
    const imported = await radif(['import', await file('گزارش.txt', 'سلام.\nخداحافظ.'), '--project', 'Week 3'], env);
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    const { documents } = JSON.parse(imported.stdout);
    expect(documents).toMatchObject([{ title: 'گزارش', segments: 2, project: { name: 'Week 3' } }]);

    const listed = await radif(['list'], env);
    const { projects } = JSON.parse(listed.stdout);
    expect(projects).toMatchObject([
      { name: 'Week 3', documents: [{ id: documents[0].id, title: 'گزارش', progress: { segments: 2 } }] },
    ]);

    const args = ['export', '--project', 'Week 3', '--format', 'jsonl', '--states', 'all', '--out', '-'];
    const exported = await radif(args, env);
    expect(exported.code).toBe(0);
    expect(
      exported.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).fa),
    ).toEqual(['سلام.', 'خداحافظ.']);
    expect(exported.stderr).toContain('2 segments written');
  });

  it('import what can be read and tell what cannot, each file as a whole', async () => {
    const good = await file('good.txt', 'سلام.');
    const bad = await file('bad.txt', new Uint8Array([0x61, 0xff]));
    const { code, stdout, stderr } = await radif(['import', bad, good, join(folder, 'none.txt')], env);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).documents).toMatchObject([{ file: good, project: { name: 'Imported' } }]);
    expect(stderr).toContain(`${bad}: Byte 1`);
    expect(stderr).toContain(`${join(folder, 'none.txt')}: There is no such file`);
  });

  it('import Windows-1256 on request, under the title asked for', async () => {
    const path = await file('a.txt', new Uint8Array([0xd3, 0xe1, 0xc7, 0xe3, 0x2e]));
    const { stdout } = await radif(['import', path, '--encoding', 'windows-1256', '--title', 'Old'], env);
    const [{ id, title }] = JSON.parse(stdout).documents;
    expect(title).toBe('Old');
    const args = ['export', '--document', id, '--format', 'tsv', '--states', 'all', '--out', '-'];
    expect((await radif(args, env)).stdout).toContain('سلام.');
  });

  it('join lines that were broken at a width when asked to, and else tell what that would give', async () => {
    const sentence = 'وزیر امور خارجه گفت که گفت‌وگوها ادامه دارد و دو طرف بر سر بیشتر بندها توافق کرده‌اند.';
    const words = Array(6).fill(sentence).join(' ').split(' ');
    const lines: string[] = [];
    for (const word of words) {
      const last = lines.at(-1) ?? '';
      if (last !== '' && `${last} ${word}`.length <= 60) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    const path = await file('wrapped.txt', lines.join('\n'));
    const kept = await radif(['import', path, '--title', 'Kept'], env);
    const [asItStood] = JSON.parse(kept.stdout).documents;
    expect(asItStood).toMatchObject({ paragraphs: lines.length });
    expect(kept.stderr).toContain(`${lines.length} lines were kept as paragraphs, with ${asItStood.segments} segments`);
    expect(kept.stderr).toContain('Joined they make 1 paragraphs and 6 segments with --join-lines.');
    const joined = await radif(['import', path, '--join-lines', '--title', 'Joined'], env);
    expect(JSON.parse(joined.stdout).documents).toMatchObject([{ paragraphs: 1, segments: 6 }]);
    expect(joined.stderr).toContain(`Lines were joined: ${lines.length} lines make 1 paragraphs.`);
    expect((await radif(['import', path, '--english', path, '--join-lines'], env)).code).toBe(2);
  });

  it('name only what can be done where a text is in another encoding', async () => {
    const old = await file('old.txt', new Uint8Array([0xd3, 0xe1, 0xc7, 0xe3, 0x2e]));
    const hint = 'the text looks like Windows-1256. Give --encoding windows-1256, or save it as UTF-8.';
    expect((await radif(['import', old], env)).stderr).toContain(hint);
    expect((await radif(['align', old, old], env)).stderr).toContain(hint);
    const registry = await radif(['entities', 'suggest', '--registry', old], env);
    expect(registry.stderr).toContain('the text looks like Windows-1256. Save it as UTF-8.');
    const wide = await file('wide.txt', Buffer.from('سلام دنیا.', 'utf16le'));
    expect((await radif(['import', wide], env)).stderr).toContain('Give --encoding utf-16le, or save it as UTF-8.');
  });

  it('export to files that appear only when they are complete', async () => {
    const { stdout } = await radif(['import', await file('a.txt', 'سلام.')], env);
    const { id } = JSON.parse(stdout).documents[0];
    const out = join(folder, 'corpus');
    await writeFile(`${out}.tsv`, 'what stood there');
    const tsv = ['export', '--document', id, '--format', 'tsv', '--states', 'all', '--out', `${out}.tsv`];
    expect(await radif([...tsv, '--version', '99'], env)).toMatchObject({ code: 1, stdout: '' });
    expect(await readFile(`${out}.tsv`, 'utf8')).toBe('what stood there');

    expect(await radif(tsv, env)).toMatchObject({ code: 0, stdout: '' });
    expect(await readFile(`${out}.tsv`, 'utf8')).toContain('سلام.');
    const moses = ['export', '--document', id, '--format', 'moses', '--states', 'all', '--en', 'en-GB', '--out', out];
    expect((await radif(moses, env)).stderr).toContain('1 left out, without a rendering');
    expect((await readdir(folder)).sort()).toEqual(['a.txt', 'corpus.en-GB', 'corpus.fa', 'corpus.tsv', 'data']);
  });

  it('say where a file cannot be written', async () => {
    const { stdout } = await radif(['import', await file('a.txt', 'سلام.')], env);
    const { id } = JSON.parse(stdout).documents[0];
    const out = join(folder, 'none', 'corpus.tmx');
    const { code, stderr } = await radif(['export', '--document', id, '--format', 'tmx', '--out', out], env);
    expect(code).toBe(1);
    expect(stderr).toBe(`${out}: There is no such file or folder.\n`);
  });

  it.each([
    ['--document', 'There is no document "nowhere"'],
    ['--project', 'There is no project "nowhere"'],
  ])('say when there is no such %s', async (option, words) => {
    const { code, stderr } = await radif(['export', option, 'nowhere', '--format', 'tmx', '--out', '-'], env);
    expect(code).toBe(1);
    expect(stderr).toContain(words);
  });
});

describe('radif rebuild', () => {
  it('goes through all documents', async () => {
    await radif(['import', await file('a.txt', 'سلام.\nخداحافظ.'), await file('b.txt', 'سلام.')], env);
    const { code, stdout } = await radif(['rebuild'], env);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ documents: 2, segments: 3 });
  });
});
