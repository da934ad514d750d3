import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readUnits, type UnitBatch } from '../../../server/memory/read-units.ts';
import { MemoryIndex } from '../../../shared/memory/index/memory-index.ts';
import { temporaryFolder } from '../temporary.ts';

const unit = (fa: string, en: string) =>
  `<tu><tuv xml:lang="fa"><seg>${fa}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`;
const tmx = (units: readonly string[]) =>
  `<?xml version="1.0"?>\n<tmx version="1.4"><header/><body>\n${units.join('\n')}\n</body></tmx>\n`;

/** All that is read of a file. */
async function read(name: string, text: string) {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, text);
  const batches: UnitBatch[] = [];
  for await (const batch of readUnits(path)) batches.push(batch);
  return {
    units: batches.flatMap(({ units }) => units),
    problems: batches.flatMap(({ problems }) => problems),
    incomplete: batches.reduce((sum, { incomplete }) => sum + incomplete, 0),
    isRefused: batches.some(({ isRefused }) => isRefused),
  };
}

const words = (count: number, word: string) => Array.from({ length: count }, (_, at) => `${word}${at}`).join(' ');

describe('a memory that is not as it should be', () => {
  it.each([
    ['a unit that is not closed', '<tu><tuv xml:lang="fa"><seg>شکسته</seg></tuv>'],
    ['a bare ampersand', unit('وزیر & سفیر', 'minister')],
    ['an element that nobody knows the end of', unit('<b>وزیر', 'minister')],
  ])('is taken but for its broken unit, which is told with its line: %s', async (_what, broken) => {
    const sound = Array.from({ length: 600 }, (_, at) => unit(`جمله ${at}`, `Sentence ${at}`));
    const found = await read('news.tmx', tmx([...sound.slice(0, 300), broken, ...sound.slice(300)]));
    expect(found.isRefused).toBe(false);
    expect(found.units.map(({ target }) => target)).toEqual(sound.map((_, at) => `Sentence ${at}`));
    expect(found.problems).toMatchObject([{ line: 303 }]);
  });

  it('is read with units longer than 10,000 words, which are found again', async () => {
    const long = { source: words(12_000, 'واژه'), target: words(12_000, 'word') };
    const { units, problems } = await read('news.tmx', tmx([unit(long.source, long.target), unit('سلام', 'Hello')]));
    expect({ units, problems }).toEqual({ units: [long, { source: 'سلام', target: 'Hello' }], problems: [] });
    const index = new MemoryIndex();
    for (const [number, { source }] of units.entries()) index.put(number, source);
    expect(index.find(long.source).hits).toMatchObject([{ number: 0, likeness: 1 }]);
  });

  it.each([
    ['news.tmx', tmx([unit('', 'Hello'), unit('سلام', ''), unit(' ', ' '), unit('سلام', 'Hello')]), 3],
    ['news.tsv', 'fa\ten\n\tHello\nسلام\t\nسلام\tHello\n', 2],
    ['news.csv', 'fa,en\n,Hello\nسلام,\nسلام,Hello\n', 2],
  ])('is read but for units without one of the sides, which are counted: %s', async (name, text, incomplete) => {
    const found = await read(name, text);
    expect(found).toMatchObject({ units: [{ source: 'سلام', target: 'Hello' }], incomplete, isRefused: false });
  });
});
