import { describe, expect, it } from 'vitest';
import { files, radif } from './in-process.ts';

const texts = {
  'fa.txt': 'باران سه روستا را زیر آب برد.\n\nهیچ‌کس کشته نشده است.\r\nآیا کمک‌ها می‌رسد؟\n',
  'en.txt': 'Rain flooded three villages. Nobody has been killed.\nWill the aid arrive?\n',
};

describe('radif align', () => {
  it('writes the beads of two files with their units', async () => {
    const path = await files(texts);
    const { code, lines, stderr } = await radif(['align', path('fa.txt'), path('en.txt')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: [] });
    const { source, target, beads, remarks } = JSON.parse(lines[0] ?? '');
    expect(source).toHaveLength(3);
    expect(target).toHaveLength(2);
    expect(remarks).toEqual([]);
    expect(beads).toEqual([
      { source: [0, 1], target: [0], score: expect.any(Number) },
      { source: [2], target: [1], score: expect.any(Number) },
    ]);
  });

  it('splits running text first with --segment, and writes a bead a line with --jsonl', async () => {
    const path = await files(texts);
    const { lines } = await radif(['align', '--segment', '--jsonl', path('fa.txt'), path('en.txt')]);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        source: [0],
        target: [0],
        score: expect.any(Number),
        sourceText: ['باران سه روستا را زیر آب برد.'],
        targetText: ['Rain flooded three villages.'],
      },
      expect.objectContaining({ source: [1], targetText: ['Nobody has been killed.'] }),
      expect.objectContaining({ source: [2], target: [2] }),
    ]);
  });

  it('aligns many cases from standard input, and tells which line it cannot read', async () => {
    const one = {
      doc: 'a',
      level: 'mild',
      fa: ['دولت آمریکا', 'باران امروز همه را در خانه نگه داشت و کسی نیامد.'],
      en: ['US government'],
    };
    const input = `${JSON.stringify(one)}\n{"doc":1}\nnonsense\n${JSON.stringify({ ...one, doc: 7, fa: [] })}\n`;
    const { code, lines, stderr } = await radif(['align', '--cases'], input);
    expect(code).toBe(1);
    expect(stderr).toHaveLength(3);
    expect(stderr[0]).toMatch(/^standard input:2/);
    expect(stderr[2]).toMatch(/^standard input:3/);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        doc: 'a',
        level: 'mild',
        beads: [
          [[0], [0]],
          [[1], []],
        ],
      },
      { doc: 7, level: 'mild', beads: [[[], [0]]] },
    ]);
  });

  it('uses a registry and a memory', async () => {
    const path = await files({
      'fa.txt': 'قلم\nبرجام\n',
      'en.txt': 'JCPOA\npen\npencil\n',
      'registry.csv': 'label,fa,en,fa_other,en_other,wikidata,note\nAGREEMENT,برجام,JCPOA,,,,\n',
      'memory.tmx':
        '<tmx version="1.4"><header/><body>' +
        '<tu><tuv xml:lang="en"><seg>pencil</seg></tuv><tuv xml:lang="fa"><seg>قلم</seg></tuv></tu>'.repeat(3) +
        '</body></tmx>',
    });
    const options = ['--registry', path('registry.csv'), '--learn', path('memory.tmx')];
    const { code, lines } = await radif(['align', path('fa.txt'), path('en.txt'), ...options]);
    expect(code).toBe(0);
    const { beads } = JSON.parse(lines[0] ?? '') as { beads: { source: number[]; target: number[] }[] };
    expect(beads.find(({ source }) => source.includes(1))?.target ?? []).not.toEqual([2]);
    expect(beads.some(({ source, target }) => source.includes(0) && target.includes(2))).toBe(true);
  });

  it('tells what is wrong with its arguments and files', async () => {
    const path = await files(texts);
    expect((await radif(['align', path('fa.txt')])).code).toBe(2);
    expect((await radif(['align', '--cases', path('fa.txt')])).code).toBe(2);
    const missing = await radif(['align', path('fa.txt'), path('no.txt')]);
    expect(missing.code).toBe(1);
    expect(missing.stderr[0]).toContain('no.txt');
    const learned = await radif(['align', path('fa.txt'), path('en.txt'), '--learn', path('fa.txt')]);
    expect(learned.code).toBe(1);
  });

  it('says on standard error when the sides are exchanged', async () => {
    const path = await files(texts);
    const { code, stderr, lines } = await radif(['align', path('en.txt'), path('fa.txt')]);
    expect(code).toBe(0);
    expect(stderr.join()).toContain('exchanged');
    expect(JSON.parse(lines[0] ?? '').beads[0]).toMatchObject({ source: [0], target: [0, 1] });
  });

  it('has a help', async () => {
    expect((await radif(['align', '--help'])).lines.join('\n')).toContain('--cases');
    expect((await radif(['link', '--help'])).lines.join('\n')).toContain('--learn');
  });
});

describe('radif link', () => {
  it('writes tokens and links of each line', async () => {
    const input = `${JSON.stringify({ id: 'x', source: 'روسیه ۳ کتاب', target: 'Russia: 3 books' })}\n{"id":2}\n`;
    const { code, lines, stderr } = await radif(['link'], input);
    expect(code).toBe(1);
    expect(stderr[0]).toMatch(/^standard input:2/);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        id: 'x',
        sourceTokens: [
          [0, 5],
          [6, 7],
          [8, 12],
        ],
        targetTokens: [
          [0, 6],
          [8, 9],
          [10, 15],
        ],
        links: [
          [0, 0, 'S', expect.any(Number)],
          [1, 1, 'S', expect.any(Number)],
          [2, 2, 'S', expect.any(Number)],
        ],
      },
    ]);
  });
});
