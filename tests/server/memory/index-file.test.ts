import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIndex, writeIndex } from '../../../server/memory/index-file.ts';
import { MemoryIndex } from '../../../shared/memory/index/memory-index.ts';
import '../../seed.ts';
import { temporaryFolder } from '../temporary.ts';

async function written() {
  const index = new MemoryIndex();
  for (let number = 0; number < 40; number++) index.put(number, `جمله شماره ${number} درباره وزیر است`);
  const folder = await temporaryFolder();
  const file = join(folder, 'news.index');
  await writeIndex(file, { revision: 7, arrays: index.arrays() });
  return { folder, file, bytes: await readFile(file) };
}

describe('the file of an index', () => {
  it('is read as it was written, and nothing stands beside it', async () => {
    const { folder, file } = await written();
    const kept = await readIndex(file);
    if (kept === null) throw new Error('It is not read');
    expect(kept.revision).toBe(7);
    const index = new MemoryIndex(kept.arrays);
    expect(index.find('جمله شماره 12 درباره وزیر است').hits[0]).toMatchObject({ number: 12, likeness: 1 });
    expect(await readdir(folder)).toEqual(['news.index']);
  });

  it('is none where a kill left it cut off, at whatever byte', async () => {
    const { file, bytes } = await written();
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
        await writeFile(file, bytes);
        await truncate(file, length);
        expect(await readIndex(file)).toBeNull();
      }),
    );
  });

  it('is none where a byte of what it holds is another', async () => {
    const { file, bytes } = await written();
    const body = bytes.indexOf(10) + 1;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: body, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const wrong = Buffer.from(bytes);
          wrong[at] = (wrong[at] ?? 0) ^ by;
          await writeFile(file, wrong);
          expect(await readIndex(file)).toBeNull();
        },
      ),
    );
  });

  it('is the old one as long as the new one is not whole: what a kill left beside it is not looked at', async () => {
    const { file, bytes } = await written();
    await writeFile(`${file}.half`, bytes.subarray(0, 99));
    expect((await readIndex(file))?.revision).toBe(7);
  });
});
