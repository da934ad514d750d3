import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importPairNow } from '../commands/job/pair.ts';
import type { Context } from '../context.ts';
import type { Encoding } from '../import/encoding.ts';
import type { PairFile, PairOptions } from '../import/pair/pair.ts';
import { type ExitCode, UsageError } from './command.ts';
import { fileProblem } from './file-failure.ts';
import { withRemedy } from './input.ts';
import { type Terminal, tellProblems } from './terminal.ts';

interface PairValues {
  readonly english?: string;
  readonly pair?: boolean;
  readonly lines?: boolean;
  readonly text?: boolean;
  readonly paragraphs?: string;
}

/** How the pair is to be read that these arguments name; `null` when they name none. */
export function pairOptions(values: PairValues, files: readonly string[]): PairOptions | null {
  const { english, pair = false, lines = false, text = false, paragraphs = 'soft' } = values;
  if (english === undefined && !pair) {
    if (lines || text || values.paragraphs !== undefined)
      throw new UsageError('--lines, --text and --paragraphs need --english.');
    return null;
  }
  if (files.length !== 1)
    throw new UsageError(`Expected one file with ${pair ? '--pair' : '--english'}, found ${files.length}.`);
  if (english !== undefined && pair) throw new UsageError('--english and --pair exclude each other.');
  if (lines && text) throw new UsageError('--lines and --text exclude each other.');
  if (paragraphs !== 'hard' && paragraphs !== 'soft' && paragraphs !== 'ignore') {
    throw new UsageError(`--paragraphs should be hard, soft or ignore, but it is "${paragraphs}".`);
  }
  return { paragraphs, swap: false, ...(lines && { shape: 'lines' }), ...(text && { shape: 'text' }) };
}

interface Pair {
  readonly project: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly files: readonly string[];
  readonly options: PairOptions;
  readonly encoding: Encoding | undefined;
}

/** Makes one document of a pair of files, or of a table, and writes its id as JSON. */
export async function importPair(
  context: Context,
  { project, title, files: paths, options, encoding }: Pair,
  terminal: Terminal,
): Promise<ExitCode> {
  const files: PairFile[] = [];
  for (const path of paths) {
    try {
      files.push({ bytes: await readFile(path), filename: basename(path), encoding });
    } catch (error) {
      const problem = fileProblem(error, path);
      if (problem === null) throw error;
      tellProblems(terminal, [problem], path);
      return 1;
    }
  }
  const made = await importPairNow(context, { project: project.id, title, files, options });
  if (!made.ok) {
    tellProblems(terminal, withRemedy(made.problems, true));
    return 1;
  }
  const { document, remarks, ...rest } = made.value;
  tellProblems(terminal, remarks);
  await terminal.write(`${JSON.stringify({ documents: [{ files: paths, project, id: document, ...rest }] })}\n`);
  return 0;
}
