import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { files, radif } from './in-process.ts';

const memory = `<?xml version="1.0"?>
<tmx version="1.4"><header srclang="en"/><body>
<tu tuid="7"><note>seen</note><prop type="domain">news</prop>
<tuv xml:lang="EN-US"><seg>Rain <bpt i="1">&lt;b></bpt>fell<ept i="1">&lt;/b></ept>.</seg></tuv><tuv xml:lang="fa_IR"><seg>باران آمد.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Dari</seg></tuv><tuv xml:lang="prs"><seg>دری</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Regen</seg></tuv></tu>
</body></tmx>`;

describe('radif convert', () => {
  it('reads a workbook as it writes one, and says where a Word file goes', async () => {
    const path = await files({ 'm.tmx': memory });
    expect((await radif(['convert', path('m.tmx'), path('m.xlsx')])).code).toBe(0);
    expect(await radif(['validate', path('m.xlsx')])).toMatchObject({ code: 0, lines: [] });
    expect((await radif(['convert', path('m.xlsx'), path('back.tsv')])).code).toBe(0);
    expect((await radif(['convert', path('m.tmx'), path('m.tsv')])).code).toBe(0);
    expect(await readFile(path('back.tsv'), 'utf8')).toBe(await readFile(path('m.tsv'), 'utf8'));

    const bytes = await readFile(path('m.xlsx'));
    await writeFile(path('cut.xlsx'), bytes.subarray(0, bytes.length - 40));
    const cut = await radif(['validate', path('cut.xlsx')]);
    expect(cut.code).toBe(1);
    expect(cut.lines.join()).toContain('cut.xlsx');
    await writeFile(path('letter.docx'), bytes);
    const letter = await radif(['convert', path('letter.docx'), '-', '--to', 'tmx']);
    expect(letter).toMatchObject({ code: 2, lines: [] });
    expect(letter.stderr.join()).toContain('radif import');
    expect((await radif(['validate', path('gone.xlsx')])).lines.join()).toContain('gone.xlsx');
  });

  it('reads the columns of a table that it is told, and refuses ones that are not there', async () => {
    const path = await files({ 't.csv': 'n,was,now,says\n1,Rain.,Rain fell.,باران آمد.\n2,Sun.,The sun.,آفتاب.\n' });
    const convert = (...more: string[]) => radif(['convert', path('t.csv'), '-', '--to', 'moses', ...more]);
    expect((await convert('--columns', 'fa=4,en=3')).code).toBe(2);
    const { code } = await radif(['convert', path('t.csv'), path('t'), '--to', 'moses', '--columns', 'fa=4,en=3']);
    expect(code).toBe(0);
    expect(await readFile(path('t.en'), 'utf8')).toBe('Rain fell.\nThe sun.\n');
    await radif(['convert', path('t.csv'), path('t'), '--to', 'moses', '--columns', 'fa=4,en=2', '--header', 'no']);
    expect(await readFile(path('t.en'), 'utf8')).toBe('was\nRain.\nSun.\n');
    const beyond = await radif(['convert', path('t.csv'), path('t'), '--to', 'moses', '--columns', 'fa=4,en=9']);
    expect(beyond.stderr.join()).toContain('t.csv:1: table.place: The table has 4 columns');
    for (const wrong of [
      ['--columns', 'fa=0'],
      ['--columns', 'was=1'],
      ['--columns', 'state=1'],
      ['--header', 'yes'],
    ]) {
      expect((await convert(...wrong)).code).toBe(2);
    }
  });

  it('reads a memory of another program, keeps its notes and properties, and tells what it left out', async () => {
    const path = await files({ 'm.tmx': memory });
    const { code, stderr } = await radif(['convert', path('m.tmx'), path('m.jsonl')]);
    expect(code).toBe(0);
    const rows = (await readFile(path('m.jsonl'), 'utf8'))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expect(rows.map(({ fa, en, segment, remarks }) => ({ fa, en, segment, remarks }))).toEqual([
      {
        fa: 'باران آمد.',
        en: 'Rain fell.',
        segment: '7',
        remarks: [
          { name: null, text: 'seen' },
          { name: 'domain', text: 'news' },
        ],
      },
      { fa: '', en: 'Dari', segment: 's2', remarks: undefined },
    ]);
    expect(stderr[0]).toContain(`${path('m.tmx')}:5:1: tmx.half: A unit has no Persian`);
    expect(stderr[1]).toContain(`${path('m.tmx')}:6:1: tmx.unit: A unit has neither Persian nor English (de)`);
    expect(stderr[2]).toBe('2 segments written.');
  });

  it('reads UTF-16 by its mark, and names the byte that is no UTF-8', async () => {
    const path = await files({});
    await writeFile(path('wide.tmx'), Buffer.from(`\ufeff${memory}`, 'utf16le'));
    expect((await radif(['convert', path('wide.tmx'), '-', '--to', 'tsv'])).lines[1]).toContain(
      'باران آمد.\tRain fell.',
    );

    await writeFile(
      path('bad.jsonl'),
      Buffer.concat([Buffer.from('{"fa":"آب'), Buffer.from([0xff]), Buffer.from('"}')]),
    );
    const { code, stderr } = await radif(['convert', path('bad.jsonl'), '-', '--to', 'tmx']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: [expect.stringMatching(/bad\.jsonl: file\.utf8: Byte 11 of the file \(0xFF\) is not UTF-8/)],
    });
  });

  it('names all that is wrong with a file by line, column and rule, and writes nothing', async () => {
    const path = await files({ 'b.jsonl': '{"fa":1}\n{"fa":"آب"}\n{bad\n[]\n', 'out.tmx': 'before' });
    const { code, stderr } = await radif(['convert', path('b.jsonl'), path('out.tmx')]);
    expect(code).toBe(1);
    expect(stderr.map((line) => line.replace(path('b.jsonl'), 'b').split(' ').slice(0, 2).join(' '))).toEqual([
      'b:1:1: json.field:',
      'b:3:1: json.syntax:',
      'b:4:1: json.object:',
    ]);
    expect(await readFile(path('out.tmx'), 'utf8')).toBe('before');
  });

  it('takes the files of a corpus by what their names have in common, and refuses what does not fit together', async () => {
    const path = await files({ 'c.fa': 'یک\nدو\n', 'c.en': 'One\nTwo\n', 'c.align': '0-0\n0-7\n' });
    expect((await radif(['convert', path('c'), '-', '--from', 'moses', '--to', 'tsv'])).lines).toHaveLength(3);
    const { code, stderr } = await radif(['convert', path('c'), '-', '--from', 'pharaoh', '--to', 'tsv']);
    expect(code).toBe(1);
    expect(stderr[0]).toContain(
      'links.word: The link "0-7" counts beyond the words of this line (1 Persian, 1 English).',
    );
    await writeFile(path('c.en'), 'One\n');
    const short = await radif(['convert', path('c'), '-', '--from', 'moses', '--to', 'tsv']);
    expect(short.stderr[0]).toContain(':2: lines.count: File 2 ends after 1 lines');
  });

  it('finds the two columns of a table without a head, and reads quoted cells over several lines', async () => {
    const path = await files({ 't.csv': 'sep=;\n1;"He ""goes"".";"او\nمی‌رود."\n2;Rain;باران\n' });
    const { lines, stderr } = await radif(['convert', path('t.csv'), '-', '--to', 'jsonl']);
    expect(lines.map((line) => JSON.parse(line)).map(({ fa, en }) => [fa, en])).toEqual([
      ['او\nمی‌رود.', 'He "goes".'],
      ['باران', 'Rain'],
    ]);
    expect(stderr).toEqual(['2 segments written.']);
  });
});

describe('radif validate', () => {
  it('names, of several files, the one in which something is wrong', async () => {
    const path = await files({
      ...{ 'b.txt': 'یک دو\n', 'b.ann': 'T1\tPER 0 2\tدو\nT2\n' },
      ...{ 'p.fa': 'یک\n', 'p.en': 'One\n', 'p.align': '0-7\n' },
      ...{ 'n.fa': '<s snum=1> یک </s>\n', 'n.en': '<s snum=1> One </s>\n', 'n.wa': '1 1 9 S\nx\n' },
      ...{ 'm.fa': 'یک\nدو\n', 'm.en': 'One\n' },
      ...{ 'x.xml': '<cesAlign/>', 'x.fa.xml': '<cesDoc>', 'x.en.xml': '<cesDoc/>' },
    });
    const places = async (name: string, format: string) => {
      const { code, lines } = await radif(['validate', path(name), '--format', format]);
      expect(code).toBe(1);
      return lines.map((line) => line.slice(path('').length).replace('/', '').split(': ').slice(0, 2).join(' '));
    };
    expect(await places('b.txt', 'brat')).toEqual(['b.ann:2:1 brat.line', 'b.ann:1:1 brat.text']);
    expect(await places('p.fa', 'pharaoh')).toEqual(['p.align:1 links.word']);
    expect(await places('n.fa', 'naacl')).toEqual(['n.wa:2 links.pair', 'n.wa:1 links.word']);
    expect(await places('m.fa', 'moses')).toEqual(['m.en:2 lines.count']);
    expect((await places('x.xml', 'xces'))[0]).toMatch(/^x\.fa\.xml:/);
  });

  it('holds a table to the columns that it is told, and says of a file without columns that it has none', async () => {
    const path = await files({
      't.csv': 'was,says,how\nRain.,باران آمد.,draft\nSun.,آفتاب.,shining\n',
      'm.tmx': memory,
    });
    const validate = (...more: string[]) => radif(['validate', path('t.csv'), ...more]);
    expect(await validate()).toMatchObject({ code: 0, lines: [] });
    const { code, lines } = await validate('--columns', 'fa=2,en=1,state=3', '--header', 'yes');
    expect(code).toBe(1);
    expect(lines.join()).toContain('t.csv:3');
    expect(lines.join()).toContain('table.value');
    expect((await validate('--columns', 'fa=2,en=9')).lines.join()).toContain('table.place');
    expect((await validate('--header', 'yes')).code).toBe(2);
    expect((await radif(['validate', path('m.tmx'), '--columns', 'fa=1,en=2'])).code).toBe(2);
    expect((await radif(['validate', '--help'])).lines.join('\n')).toMatch(/--columns[\s\S]*--header/);
  });

  it('prints nothing for a sound file, and a line for each problem', async () => {
    const sound = await files({ 'm.tmx': memory });
    await radif(['convert', sound('m.tmx'), sound('sound.tmx')]);
    expect(await radif(['validate', sound('sound.tmx')])).toEqual({ code: 0, lines: [], stderr: [] });
    expect((await radif(['validate', sound('m.tmx')])).lines).toHaveLength(6);
    const path = await files({ 'x.tmx': '<tmx version="1.4">\n<body></tmx>', 'x.html': '<html/>' });
    const { code, lines } = await radif(['validate', path('x.tmx')]);
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(/x\.tmx:2:\d+: xml\.not-well-formed: /);
    expect((await radif(['validate', path('x.html'), '--format', 'tmx'])).lines).toEqual([
      `${path('x.html')}:1:1: tmx.root: Expected <tmx>, found <html>. Choose a TMX file.`,
    ]);
  });
});
