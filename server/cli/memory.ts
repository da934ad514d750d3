import { basename } from 'node:path';
import { z } from 'zod';
import { MemoryIndex } from '../../shared/memory/index/memory-index.ts';
import { type MemoryUnit, matchesOf } from '../../shared/memory/match/matches.ts';
import { readUnits } from '../memory/read-units.ts';
import { command, UsageError } from './command.ts';
import { fileProblem } from './file-failure.ts';
import { encodingOption, inputText } from './input.ts';
import { readLines } from './json-lines.ts';
import { type Terminal, tellProblems } from './terminal.ts';

const line = z.object({ id: z.union([z.string(), z.number()]), source: z.string() });

export const memory = command('memory', {
  usage: '--tmx FILE [--tmx FILE …] [--limit N] [--least PERCENT] < QUERIES',
  about: `Looks up Persian texts in translation memories. Reads JSON Lines {"id":"a","source":"…"} on standard input and writes a line
for each, its matches best first:
{"id":"a","matches":[{"source":"…","target":"…","score":97,"kind":"near","from":"FILE"}]}.

A score of 100 (exact) is the very same text; 99 (substituted) the same once its numbers are replaced, which they are in "target";
95 to 98 (near) the same but for spacing, punctuation, hamza or how it is typed; up to 94 (fuzzy) by its words. A unit that is
broken is told with its line, and the others are taken.`,
  options: {
    tmx: {
      type: 'string',
      value: 'FILE',
      about: 'a memory: TMX, or TSV, CSV or JSON Lines; more than one may be given',
      multiple: true,
    },
    limit: { type: 'string', value: 'N', about: 'how many matches a text, 1 to 100 (10)' },
    least: { type: 'string', value: 'PERCENT', about: 'the least word likeness of a match, 1 to 100 (50)' },
    encoding: encodingOption,
  },
  async run({ values, terminal }) {
    const paths = values.tmx ?? [];
    if (paths.length === 0) throw new UsageError('Which memory? Give --tmx FILE.');
    const limit = wholeNumber('limit', values.limit, 10);
    const least = wholeNumber('least', values.least, 50) / 100;
    const units = new Units();
    for (const path of paths) if (!(await taken(path, units, terminal))) return 1;
    units.index.settle();
    const text = await inputText(terminal, values.encoding);
    if (text === null) return 1;
    return readLines(text, line, terminal, ({ id, source }) => {
      const found = units.index.find(source, { limit, least });
      const matches = matchesOf(source, found, (number) => units.all[number], least).slice(0, limit);
      return {
        ok: true,
        value: {
          id,
          matches: matches.map(({ unit, target, score, kind }) => ({
            source: unit.source,
            target: target.text,
            score,
            kind,
            from: unit.from,
          })),
        },
      };
    });
  },
});

interface FileUnit extends MemoryUnit {
  readonly from: string;
}

class Units {
  readonly all: FileUnit[] = [];
  readonly index = new MemoryIndex();

  add(unit: Omit<FileUnit, 'number'>): void {
    this.index.put(this.all.length, unit.source);
    this.all.push({ ...unit, number: this.all.length });
  }
}

/** Adds the units of a file; false where none could be read, which is told. */
async function taken(path: string, units: Units, terminal: Terminal): Promise<boolean> {
  let count = 0;
  try {
    for await (const { units: read, problems, isRefused } of readUnits(path)) {
      tellProblems(terminal, problems, path);
      if (isRefused) return false;
      for (const unit of read) units.add({ ...unit, from: basename(path) });
      count += read.length;
    }
  } catch (error) {
    const problem = fileProblem(error, path);
    if (problem === null) throw error;
    tellProblems(terminal, [problem], path);
    return false;
  }
  if (count === 0) terminal.tell(`${path}: There is no unit with both Persian and English in it.`);
  return true;
}

function wholeNumber(name: string, given: string | undefined, standard: number): number {
  if (given === undefined) return standard;
  const value = /^\d{1,3}$/.test(given) ? Number(given) : 0;
  if (value < 1 || value > 100)
    throw new UsageError(`--${name} should be a whole number from 1 to 100, but it is "${given}".`);
  return value;
}
