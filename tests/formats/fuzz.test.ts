import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats } from '../../shared/formats/corpus/row.ts';
import { type ReadFormat, readers } from '../../shared/formats/formats.ts';
import { changed, changes } from './mutation.ts';
import { readBack, soundRow } from './reading.ts';
import { exported, options } from './rows.ts';

/** `npm run fuzz` goes on for so many minutes with each reader. */
const minutes = Number(process.env.FUZZ_MINUTES ?? 0);
const howLong =
  minutes > 0 ? { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: minutes * 60_000 } : { numRuns: 150 };

const names = Object.keys(readers) as ReadFormat[];
const written = (format: ReadFormat) => formats.find((each) => each === format) ?? 'tsv';

describe('a reader of damaged files', () => {
  it.each(names)(
    'always answers, and what it reads is sound (%s)',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(fc.array(soundRow, { maxLength: 3 }), changes, fc.nat(), async (rows, made, which) => {
          const files = Object.values((await exported(rows, options({ format: written(format) }))).texts);
          const place = which % files.length;
          const damaged = files.map((text, index) => (index === place ? changed(text, made) : text));
          const read = await readBack(format, damaged, 50);
          for (const problem of [...read.problems, ...read.warnings]) {
            expect(problem.message).not.toMatch(/\{\{\w+\}\}/);
          }
          if (read.problems.length > 0) return;
          for (const { fa, en, mentions, links } of read.rows) {
            for (const { fa: one, en: other } of [...mentions, ...links]) {
              if (one) expect(fa.slice(one.from, one.to)).toBe(one.text);
              if (other) expect(en.slice(other.from, other.to)).toBe(other.text);
            }
          }
        }),
        howLong,
      );
    },
    120_000 + minutes * 70_000,
  );
});
