import { basename } from 'node:path';
import type { Problem } from '../../shared/core/problem.ts';
import type { FormatReader } from '../../shared/formats/corpus/reading.ts';
import { readers } from '../../shared/formats/formats.ts';
import { HEAD, recognise } from '../../shared/formats/recognise.ts';
import { tmxUnitsFile } from '../../shared/formats/tmx/read-units.ts';
import { NoText, piecesOf } from '../import/pieces.ts';

/** A unit as a file gives it. */
export interface ReadUnit {
  readonly source: string;
  readonly target: string;
}

/** What was read of a memory's file. */
export interface UnitBatch {
  readonly units: readonly ReadUnit[];
  /** What is wrong with units that were not taken, with their lines. */
  readonly problems: readonly Problem[];
  /** Units that lack one of the two sides. */
  readonly incomplete: number;
  /** True where the file is no memory; nothing follows. */
  readonly isRefused: boolean;
}

/** Formats that a memory is read from. */
const memoryFormats: Readonly<Record<string, FormatReader>> = {
  tmx: tmxUnitsFile,
  tsv: readers.tsv,
  csv: readers.csv,
  jsonl: readers.jsonl,
};

/** Reads the units of a memory: TMX, TSV, CSV or JSON Lines, as the file shows by its beginning, or else by how `name` ends. A unit that
 *  is broken is told and the others are read; white space is run together. */
export async function* readUnits(path: string, name = basename(path)): AsyncGenerator<UnitBatch, void> {
  try {
    const format = recognise(await headOf(path), name);
    const reader = format === null ? undefined : memoryFormats[format];
    if (reader === undefined) {
      yield refused({
        rule: 'memory.format',
        message: `${name} is no translation memory. Choose a TMX, TSV, CSV or JSON Lines file.`,
      });
      return;
    }
    for await (const { rows, warnings, problems } of reader.read([{ name, pieces: piecesOf(path) }])) {
      const units = rows.map(({ fa, en }) => ({ source: tidy(fa), target: tidy(en) }));
      const whole = units.filter(({ source, target }) => source !== '' && target !== '');
      const isRefused = problems.some(({ rule }) => fatal.has(rule));
      yield { units: whole, problems: [...warnings, ...problems], incomplete: units.length - whole.length, isRefused };
      if (isRefused) return;
    }
  } catch (error) {
    if (!(error instanceof NoText)) throw error;
    yield refused(error.problem);
  }
}

/** Problems that leave nothing to be read. */
const fatal = new Set(['tmx.root', 'table.empty', 'table.columns', 'xml.not-well-formed']);

function refused(problem: Problem): UnitBatch {
  return { units: [], problems: [problem], incomplete: 0, isRefused: true };
}

async function headOf(path: string): Promise<string> {
  let head = '';
  for await (const piece of piecesOf(path)) {
    head += piece;
    if (head.length >= HEAD) break;
  }
  return head.slice(0, HEAD);
}

/** White space run together; ZWNJ is none. */
function tidy(text: string): string {
  return text.replace(/[\s\u0085]+/gu, ' ').replace(/^ | $/g, '');
}
