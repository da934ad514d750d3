import { describe, expect, it } from 'vitest';
import { files, radif } from './in-process.ts';

const unit = (fa: string, en: string) =>
  `<tu><tuv xml:lang="fa"><seg>${fa}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`;
const memory = (...units: readonly string[]) =>
  `<?xml version="1.0"?>\n<tmx version="1.4"><header/><body>\n${units.join('\n')}\n</body></tmx>\n`;
const queries = (...sources: readonly string[]) =>
  sources.map((source, at) => `${JSON.stringify({ id: at, source })}\n`).join('');

const sound = memory(
  unit('و همراه با تب', 'and along with a fever'),
  unit('در ۱۴ روز گذشته سفر کرده‌اید؟', 'Have you travelled in the last 14 days?'),
);

describe('radif memory', () => {
  it('writes the matches of each text, best first, with numbers replaced', async () => {
    const path = await files({ 'a.tmx': sound, 'b.tsv': 'fa\ten\nو همراه با تب\tand with a fever\n' });
    const asked = queries('و همراه با تب', 'در ۷ روز گذشته سفر کرده‌اید؟', 'چیز دیگر');
    const { code, lines, stderr } = await radif(['memory', '--tmx', path('a.tmx'), '--tmx', path('b.tsv')], asked);
    expect({ code, stderr }).toEqual({ code: 0, stderr: [] });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        id: 0,
        matches: [
          { source: 'و همراه با تب', target: 'and with a fever', score: 100, kind: 'exact', from: 'b.tsv' },
          { source: 'و همراه با تب', target: 'and along with a fever', score: 100, kind: 'exact', from: 'a.tmx' },
        ],
      },
      {
        id: 1,
        matches: [
          expect.objectContaining({ score: 99, kind: 'substituted', target: 'Have you travelled in the last 7 days?' }),
        ],
      },
      { id: 2, matches: [] },
    ]);
  });

  it('tells a broken unit with its line and takes the others', async () => {
    const path = await files({
      'a.tmx': memory(
        unit('و همراه با تب', 'fever'),
        '<tu><tuv xml:lang="fa"><seg>شکسته</tuv></tu>',
        unit('درد قفسه سینه', 'chest pain'),
        '<tu><tuv xml:lang="fa"><seg>بی‌انگلیسی</seg></tuv></tu>',
      ),
    });
    const { code, lines, stderr } = await radif(
      ['memory', '--tmx', path('a.tmx')],
      queries('درد قفسه سینه', 'و همراه با تب'),
    );
    expect(code).toBe(0);
    expect(lines.map((line) => JSON.parse(line).matches[0]?.target)).toEqual(['chest pain', 'fever']);
    expect(stderr).toHaveLength(2);
    expect(stderr[0]).toMatch(/a\.tmx:4:\d+: This is no well-formed XML/);
    expect(stderr[1]).toMatch(/a\.tmx:6:\d+: A unit has no English/);
  });

  it('refuses what is no memory, and a wrong call', async () => {
    const path = await files({ 'a.tmx': '<xliff/>', 'b.txt': 'hello' });
    for (const name of ['a.tmx', 'b.txt', 'none.tmx']) {
      const { code, lines, stderr } = await radif(['memory', '--tmx', path(name)], queries('تب'));
      expect({ code, lines, told: stderr.length }).toEqual({ code: 1, lines: [], told: 1 });
    }
    expect((await radif(['memory'])).code).toBe(2);
    expect((await radif(['memory', '--tmx', path('a.tmx'), '--limit', '0'])).code).toBe(2);
    expect((await radif(['memory', '--help'])).code).toBe(0);
  });

  it('answers a text of a letter, of punctuation and of 10,000 words', async () => {
    const path = await files({ 'a.tmx': sound });
    const asked = queries('ت', '؟!', 'تب '.repeat(10_000), '');
    const { code, lines } = await radif(['memory', '--tmx', path('a.tmx')], asked);
    expect(code).toBe(0);
    expect(lines.map((line) => JSON.parse(line).matches)).toEqual([[], [], [], []]);
  });
});
