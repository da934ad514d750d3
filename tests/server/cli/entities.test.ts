import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../../server/cli/run.ts';
import { temporaryFolder } from '../temporary.ts';

/** Runs `radif entities` in this process. */
async function entities(args: readonly string[], input: string | Uint8Array) {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const code = await run(['entities', ...args], {
    input: Readable.from([Buffer.from(input)]),
    env: {},
    write: async (text) => void stdout.push(text),
    tell: (line) => void stderr.push(line),
  });
  return { code, stdout: stdout.join(''), stderr };
}

async function file(content: string): Promise<string> {
  const path = join(await temporaryFolder(), 'registry.csv');
  await writeFile(path, content);
  return path;
}

const registry = `label,fa,en,fa_other,en_other,wikidata,note
TITLE,وزیر امور خارجه,foreign minister,وزیر خارجه,,,
ORG,سازمان همکاری اسلامی,Organisation of Islamic Cooperation,سازمان همکاری‌های اسلامی,OIC (short form),Q47543,
FAC,نیروگاه بوشهر,Bushehr power plant,,,,
`;

describe('radif entities suggest', () => {
  it('proposes mentions by paragraph, with offsets within the paragraph', async () => {
    const text = 'روسیه و ایران.\n\nوزيرخارجه روسيه: نيروگاه بوشهر.\n';
    const { code, stdout, stderr } = await entities(['suggest', '--registry', await file(registry)], text);
    expect({ code, stderr }).toEqual({ code: 0, stderr: [] });
    expect(JSON.parse(stdout)).toEqual({
      paragraphs: [
        {
          index: 0,
          mentions: [
            { from: 0, to: 5, label: 'GPE', text: 'روسیه', entity: 'Russia', reason: 'gazetteer' },
            { from: 8, to: 13, label: 'GPE', text: 'ایران', entity: 'Iran', reason: 'gazetteer' },
          ],
        },
        {
          index: 1,
          mentions: [
            { from: 0, to: 9, label: 'TITLE', text: 'وزيرخارجه', entity: 'foreign minister', reason: 'registry' },
            { from: 10, to: 15, label: 'GPE', text: 'روسيه', entity: 'Russia', reason: 'gazetteer' },
            {
              from: 17,
              to: 30,
              label: 'FAC',
              text: 'نيروگاه بوشهر',
              entity: 'Bushehr power plant',
              reason: 'registry',
            },
            { from: 25, to: 30, label: 'GPE', text: 'بوشهر', entity: 'Bushehr', reason: 'gazetteer' },
          ],
        },
      ],
    });
  });

  it('needs no registry, and finds the countries of the sample', async () => {
    const { code, stdout } = await entities(['suggest'], await readFile('tests/fixtures/statements.fa.txt'));
    const { paragraphs } = JSON.parse(stdout) as { paragraphs: { mentions: { label: string }[] }[] };
    expect(code).toBe(0);
    expect(paragraphs).toHaveLength(5);
    expect(paragraphs.flatMap(({ mentions }) => mentions).filter(({ label }) => label === 'GPE')).toHaveLength(17);
  });

  it('gives nothing for nothing', async () => {
    expect(await entities(['suggest'], '')).toEqual({ code: 0, stdout: '{"paragraphs":[]}\n', stderr: [] });
  });

  it('is told where the text is no UTF-8', async () => {
    const { code, stdout, stderr } = await entities(['suggest'], Buffer.from([0xd8, 0xb3, 0xff]));
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr[0]).toContain('standard input');
  });

  it('is read in the encoding asked for, which the hint names', async () => {
    const old = Buffer.from([0xd3, 0xe1, 0xc7, 0xe3, 0x2e]);
    expect((await entities(['suggest'], old)).stderr[0]).toContain(
      'Give --encoding windows-1256, or save it as UTF-8.',
    );
    expect((await entities(['suggest', '--encoding', 'windows-1256'], old)).code).toBe(0);
    expect((await entities(['suggest', '--encoding', 'latin1'], old)).code).toBe(2);
  });
});

describe('radif entities project', () => {
  const lead = {
    id: 'p3.s0.lead',
    source: 'وزیر خارجه روسیه در نشست خبری مشترک با امیرعبداللهیان',
    target: 'Russian foreign minister, at a joint press conference with Amir-Abdollahian',
    mentions: [
      { id: 1, from: 0, to: 10, label: 'TITLE' },
      { id: 'm2', from: 11, to: 16, label: 'GPE' },
      { id: 'm3', from: 39, to: 53, label: 'PER' },
    ],
  };
  const lines = (...all: readonly unknown[]) => all.map((each) => JSON.stringify(each)).join('\n');

  it('writes where the English of the mentions stands, with ids as they were', async () => {
    const { code, stdout, stderr } = await entities(['project', '--registry', await file(registry)], lines(lead));
    expect({ code, stderr }).toEqual({ code: 0, stderr: [] });
    expect(JSON.parse(stdout)).toEqual({
      id: 'p3.s0.lead',
      projections: [
        { mention: 1, from: 8, to: 24, text: 'foreign minister', score: 1, reason: 'registry' },
        { mention: 'm2', from: 0, to: 7, text: 'Russian', score: 0.92, reason: 'gazetteer' },
        { mention: 'm3', from: 59, to: 75, text: 'Amir-Abdollahian', score: expect.any(Number), reason: 'sound' },
      ],
    });
  });

  it('leaves out what it has no proposal for', async () => {
    const { code, stdout } = await entities(
      ['project'],
      lines({ ...lead, id: 7, target: lead.target.replace('foreign minister', 'envoy') }, { ...lead, target: '' }),
    );
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each));
    expect(code).toBe(0);
    expect(first.projections.map(({ mention }: { mention: unknown }) => mention)).toEqual(['m2', 'm3']);
    expect(second).toEqual({ id: 'p3.s0.lead', projections: [] });
  });

  it('tells the line of what it cannot read, and projects the others', async () => {
    const bad = (mention: object) => ({
      ...lead,
      mentions: [{ id: 'm', from: 0, to: 10, label: 'TITLE', ...mention }],
    });
    const input = lines(
      lead,
      { ...lead, mentions: 'none' },
      { id: 1, source: 'روسیه' },
      bad({ from: -1 }),
      bad({ to: 54 }),
      bad({ from: 10, to: 0 }),
      bad({ to: 0 }),
      bad({ from: 0.5 }),
      { ...bad({ from: 1, to: 2 }), source: '😀😀' },
      { ...bad({ from: 0, to: 2 }), source: 'می\u200cرود' },
      { ...lead, mentions: [lead.mentions[0], lead.mentions[0]] },
      lead,
    );
    const { code, stdout, stderr } = await entities(['project'], `${input}\n\n{"id":\r\n`);
    expect(code).toBe(1);
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stderr).toEqual([
      expect.stringMatching(/^standard input:2: mentions: /),
      expect.stringMatching(/^standard input:3: target: /),
      expect.stringMatching(/^standard input:3: mentions: /),
      expect.stringMatching(/^standard input:4: Mention "m" reaches from -1 to 10, but the source has 53 UTF-16 units/),
      expect.stringMatching(/^standard input:5: Mention "m" reaches/),
      expect.stringMatching(/^standard input:6: Mention "m" ends at 0 before it begins at 10/),
      expect.stringMatching(/^standard input:7: Mention "m" covers nothing/),
      expect.stringMatching(/^standard input:8: mentions\.0\.from: /),
      expect.stringMatching(/^standard input:9: Mention "m" begins or ends inside a character/),
      expect.stringMatching(/^standard input:10: Mention "m" begins or ends inside a character/),
      expect.stringMatching(/^standard input:11: Mention 1 has the id of another one/),
      expect.stringMatching(/^standard input:14: This line is no JSON/),
    ]);
  });
});

describe('radif entities', () => {
  it('is told what is wrong with its registry, with the line, and does nothing', async () => {
    const path = await file(`${registry}COUNTRY,روسیه,Russia,,,,\n`);
    const { code, stdout, stderr } = await entities(['suggest', '--registry', path], 'روسیه');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toEqual([expect.stringContaining(`${path}:5:1: `)]);
    expect(stderr[0]).toContain('there is no label "COUNTRY"');
  });

  it('goes on where names stand twice, and tells it', async () => {
    const path = await file(`${registry}ORG,سازمان همکاري اسلامي,OIC,,,,\n`);
    const { code, stdout, stderr } = await entities(['suggest', '--registry', path], 'سازمان همکاری اسلامی');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).paragraphs[0].mentions).toMatchObject([{ label: 'ORG', entity: null }]);
    expect(stderr).toHaveLength(2);
  });

  it.each([
    [[], 'Expected suggest or project, found ""'],
    [['guess'], 'found "guess"'],
    [['suggest', 'file.txt'], 'found "suggest file.txt"'],
  ])('called as %j says what is wrong and ends with 2', async (args, words) => {
    const { code, stderr } = await entities(args, '');
    expect(code).toBe(2);
    expect(stderr.join('\n')).toContain(words);
  });

  it('says so when there is no such file', async () => {
    const { code, stderr } = await entities(['suggest', '--registry', 'nowhere.csv'], '');
    expect(code).toBe(1);
    expect(stderr).toEqual(['nowhere.csv: There is no such file or folder.']);
  });
});
