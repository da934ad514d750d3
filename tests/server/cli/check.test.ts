import { describe, expect, it } from 'vitest';
import { renderingHash } from '../../../shared/core/rendering-hash.ts';
import { temporaryFolder } from '../temporary.ts';
import { files, radif } from './in-process.ts';

const lines = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([source, target], id) => `${JSON.stringify({ id, source, target })}\n`).join('');

describe('radif check', () => {
  it('writes one finding a line, with its place and what would be right', async () => {
    const {
      code,
      lines: told,
      stderr,
    } = await radif(['check'], lines(['در ۱۴ روز.', 'In 41 days.'], ['سلام.', 'Hello.'], ['سلام.', 'Good day.']));
    expect({ code, stderr }).toEqual({ code: 0, stderr: [] });
    expect(told.map((line) => JSON.parse(line))).toEqual([
      {
        ...{ id: 0, rule: 'text.number', severity: 'error', side: 'target', from: 3, to: 5, fix: '14' },
        message: 'The number ۱۴ stands as 41 in the English.',
      },
      {
        ...{ id: 2, rule: 'text.inconsistent', severity: 'warning', side: 'target', from: 0, to: 9 },
        message: 'Elsewhere the same Persian is “Hello.”.',
      },
    ]);
  });

  it('tells findings that matter enough only', async () => {
    const text = lines(['او می رود ۵ بار.', 'He goes  6 times.']);
    const rules = async (...args: string[]) =>
      (await radif(['check', ...args], text)).lines.map((line) => JSON.parse(line).rule);
    expect(await rules()).toEqual(['text.number', 'text.space', 'source.zwnj']);
    expect(await rules('--least', 'warning')).toEqual(['text.number', 'text.space']);
    expect(await rules('--least', 'error')).toEqual(['text.number']);
    await expect(radif(['check', '--least', 'much'], text)).resolves.toMatchObject({ code: 2 });
  });

  it('tells words that no dictionary has, of the English that is wanted', async () => {
    const text = lines(['رنگ دولت.', 'The colour of the goverment.']);
    const found = async (...args: string[]) =>
      (await radif(['check', ...args], text)).lines.map((line) => JSON.parse(line).fix);
    expect(await found()).toEqual(['government']);
    expect(await found('--english', 'us')).toEqual(['color', 'government']);
    await expect(radif(['check', '--english', 'au'], text)).resolves.toMatchObject({ code: 2 });
  });

  it('tells a broken line with its number and checks the others', async () => {
    const text = `{"id":1,"source":"۵"\n${lines(['۵ بار', '6 times'])}{"id":3,"source":"۵"}\n`;
    const { code, lines: told, stderr } = await radif(['check'], text);
    expect(code).toBe(1);
    expect(told).toHaveLength(1);
    expect(stderr[0]).toMatch(/^standard input:1: This line is no JSON/);
    expect(stderr[1]).toMatch(/^standard input:3:.*target/);
  });

  it('checks files: TMX but for broken units, TSV', async () => {
    const unit = (fa: string, en: string) =>
      `<tu><tuv xml:lang="fa"><seg>${fa}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`;
    const path = await files({
      'a.tmx': `<?xml version="1.0"?>\n<tmx version="1.4"><header/><body>\n${unit('۵ بار', '6 times')}\n<tu><tuv xml:lang="fa"><seg>شکسته</tuv></tu>\n${unit('سلام', 'Hello  you')}\n</body></tmx>\n`,
      'b.tsv': 'fa\ten\n۵ بار\t6 times\nسلام\tHello\n',
      'c.txt': 'سلام',
    });
    const tmx = await radif(['check', path('a.tmx')]);
    expect(tmx.lines.map((line) => JSON.parse(line).rule)).toEqual(['text.number', 'text.space']);
    expect(tmx.stderr[0]).toMatch(/a\.tmx:4:\d+: This is no well-formed XML/);
    const tsv = await radif(['check', path('b.tsv')]);
    expect(tsv.lines.map((line) => JSON.parse(line).rule)).toEqual(['text.number']);
    expect((await radif(['check', path('none.tsv')])).code).toBe(1);
    expect((await radif(['check', path('c.txt')])).code).toBe(1);
  });

  it('tells where a glossary is not followed, and what is wrong with the file of one', async () => {
    const path = await files({
      'terms.csv': 'fa,preferred,forbidden\nتحریم,sanctions,boycott\nنرخ ارز,exchange rate,\n',
      'broken.csv': 'fa,preferred\n,x\n',
    });
    const text = lines(['تحریم‌ها ماند.', 'The boycott stayed.'], ['نرخ ارز بالا رفت.', 'The price rose.']);
    const { code, lines: told } = await radif(['check', '--terms', path('terms.csv')], text);
    expect(code).toBe(0);
    expect(told.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ id: 0, rule: 'term.forbidden', side: 'target', from: 4, to: 11, fix: 'sanctions' }),
      expect.objectContaining({ id: 1, rule: 'term.missing', side: 'source', from: 0, to: 7 }),
    ]);
    const broken = await radif(['check', '--terms', path('broken.csv')], text);
    expect(broken.code).toBe(1);
    expect(broken.stderr.join('')).toContain('Line 2, column 1');
    expect((await radif(['check', '--terms', path('none.csv')], text)).code).toBe(1);
  });

  it('checks a document of the workbench, its names too', async () => {
    const env = { RADIF_DATA: await temporaryFolder() };
    const path = await files({ 'a.tsv': 'fa\ten\nدر ۱۴ روز.\tIn 41 days.\nسلام.\tHello.\n' });
    const made = await radif(['import', path('a.tsv'), '--pair'], '', env);
    expect(made.code).toBe(0);
    const listed = JSON.parse((await radif(['list'], '', env)).lines.join(''));
    const [{ id }] = listed.projects[0].documents;
    const { code, lines: told } = await radif(['check', id], '', env);
    expect(code).toBe(0);
    expect(told.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ rule: 'text.number', side: 'target', from: 3, to: 5, fix: '14' }),
    ]);
    const none = await radif(['check', '00000000-0000-7000-8000-000000000000'], '', env);
    expect(none.code).toBe(1);
  });

  it('reminds of what was confirmed as a match or a machine had it', async () => {
    const env = { RADIF_DATA: await temporaryFolder() };
    const line = (fa: string, en: string, score: number | null, print = renderingHash(en)) =>
      JSON.stringify({ fa, en, state: 'translated', taken: { score, from: 'news', at: 1_700_000_000_000, print } });
    const rows = [
      line('سلام.', 'Hello.', 82),
      line('او رفت.', 'He left.', null),
      line('او ماند.', 'He stayed.', 100),
      line('باران آمد.', 'Rain came.', 82, renderingHash('Rain.')),
    ];
    const path = await files({ 'a.jsonl': `${rows.join('\n')}\n` });
    expect((await radif(['import', path('a.jsonl')], '', env)).code).toBe(0);
    const [{ documents }] = JSON.parse((await radif(['list'], '', env)).lines.join('')).projects;
    const told = await radif(['check', documents[0].id], '', env);
    expect(told.lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        rule: 'text.unedited',
        severity: 'hint',
        side: 'target',
        from: 0,
        to: 6,
        message: expect.stringContaining('82'),
      },
      { rule: 'text.unedited', severity: 'hint', message: expect.stringContaining('news') },
    ]);
    expect((await radif(['check', documents[0].id, '--least', 'warning'], '', env)).lines).toEqual([]);
  });
});
