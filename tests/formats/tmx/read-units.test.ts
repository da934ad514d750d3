import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../shared/formats/corpus/reading.ts';
import { tmxFile } from '../../../shared/formats/tmx/read.ts';
import { tmxUnitsFile } from '../../../shared/formats/tmx/read-units.ts';
import '../../seed.ts';

const BROKEN = '<tu><tuv xml:lang="fa"><seg>الف</tuv></tu>';
const unit = (at: number) =>
  `<tu tuid="${at}">\n<tuv xml:lang="fa"><seg>متن ${at}</seg></tuv><tuv xml:lang="en"><seg>text ${at}</seg></tuv></tu>`;

async function read(reader: typeof tmxFile, text: string, size = 97) {
  async function* pieces() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const batches: Batch[] = [];
  for await (const batch of reader.read([{ name: 'a.tmx', pieces: pieces() }])) batches.push(batch);
  return {
    rows: batches.flatMap(({ rows }) => rows.map(({ fa, en }) => `${fa} | ${en}`)),
    warnings: batches.flatMap(({ warnings }) => warnings),
    problems: batches.flatMap(({ problems }) => problems),
  };
}

const file = (units: readonly string[]) =>
  `<?xml version="1.0"?>\n<tmx version="1.4">\n<header srclang="fa"/>\n<body>\n${units.join('\n')}\n</body>\n</tmx>\n`;

describe('the units of a TMX file', () => {
  it('are those that the strict reader reads, in any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 5000 }), async (count, size) => {
        const text = file(Array.from({ length: count }, (_, at) => unit(at)));
        const [strict, lenient] = [await read(tmxFile, text, size), await read(tmxUnitsFile, text, size)];
        expect(lenient).toEqual(strict);
        expect(lenient.rows).toHaveLength(count);
      }),
      { numRuns: 30 },
    );
  });

  it('are all but the broken ones, each of which is told with its line', async () => {
    const units = Array.from({ length: 700 }, (_, at) => (at % 300 === 299 ? BROKEN : unit(at)));
    const { rows, warnings, problems } = await read(tmxUnitsFile, file(units));
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(698);
    // Four lines stand before the first unit, and each sound one takes two.
    expect(warnings.map(({ rule, line }) => ({ rule, line }))).toEqual([
      { rule: 'xml.not-well-formed', line: 5 + 299 * 2 },
      { rule: 'xml.not-well-formed', line: 5 + 598 * 2 + 1 },
    ]);
  });

  it('are told where the file breaks off, and none are read of a file that is no TMX', async () => {
    const whole = file([unit(0), unit(1)]);
    const cut = await read(tmxUnitsFile, whole.slice(0, whole.lastIndexOf('<seg>') + 8));
    expect(cut.rows).toEqual(['متن 0 | text 0']);
    expect(cut.warnings.map(({ line }) => line)).toEqual([8]);
    const other = await read(tmxUnitsFile, '<xliff><tu></tu></xliff>');
    expect(other.problems.map(({ rule }) => rule)).toEqual(['tmx.root']);
    expect((await read(tmxUnitsFile, '')).problems).toHaveLength(1);
  });
});
