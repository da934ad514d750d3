import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Problem } from '../../shared/core/problem.ts';
import type { TableColumns } from '../../shared/core/table-columns.ts';
import type { Batch, FormatReader, TextFile } from '../../shared/formats/corpus/reading.ts';
import type { CorpusRow } from '../../shared/formats/corpus/row.ts';
import { type ReadFormat, readers } from '../../shared/formats/formats.ts';
import { HEAD, recognise } from '../../shared/formats/recognise.ts';
import { tableFile } from '../../shared/formats/tsv/read.ts';
import { rowsIn } from '../import/corpus/rows.ts';
import { NoText, piecesOf } from '../import/pieces.ts';
import { UsageError } from './command.ts';
import { fileProblem } from './file-failure.ts';

/** How a file is read: a format of text, or a workbook with a table. */
export type CorpusFormat = ReadFormat | 'xlsx';

export const corpusFormats: readonly CorpusFormat[] = [...(Object.keys(readers) as ReadFormat[]), 'xlsx'];

/** A corpus in files, and how it is read. */
export interface CorpusFiles {
  readonly format: CorpusFormat;
  readonly paths: readonly string[];
  /** How a table is read, where it was said. */
  readonly columns?: TableColumns | undefined;
}

/** True for the formats of tables. */
export function isTable(format: CorpusFormat): format is 'tsv' | 'csv' | 'xlsx' {
  return format === 'tsv' || format === 'csv' || format === 'xlsx';
}

/** Why a corpus is not read. */
export class Refused extends Error {
  readonly path: string;
  readonly problems: readonly Problem[];

  constructor(path: string, problems: readonly Problem[]) {
    super(problems[0]?.message);
    this.path = path;
    this.problems = problems;
  }
}

/** Problems of one file that are told. */
const MAX_PROBLEMS = 100;

/** The files of the corpus at `path`, in the format asked for or else in the one that the file shows. A format of several files
 *  is named by what their names begin with, or by the first of them. */
export async function corpusFiles(path: string, asked: string | undefined): Promise<CorpusFiles> {
  const format = asked === undefined ? await found(path) : formatNamed(asked);
  if (format === 'xlsx') return { format, paths: [path] };
  const { files } = readers[format];
  if (files.length === 1) return { format, paths: [path] };
  const base = path.replace(new RegExp(`\\.(${files.join('|')})$`), '');
  return { format, paths: files.map((ending) => sibling(base, ending)) };
}

/** The file of a corpus by its ending; English may be named with a region. */
function sibling(base: string, ending: string): string {
  const candidates = [ending, `${ending}-IR`, `${ending}-GB`, `${ending}-US`].map((each) => `${base}.${each}`);
  return candidates.find((candidate) => existsSync(candidate)) ?? `${base}.${ending}`;
}

function formatNamed(name: string): CorpusFormat {
  const format = corpusFormats.find((each) => each === name);
  if (format === undefined)
    throw new UsageError(`There is no format "${name}" to read. Expected one of ${corpusFormats.join(', ')}.`);
  return format;
}

async function found(path: string): Promise<CorpusFormat> {
  if (await isPackage(path)) {
    if (/\.docx$/i.test(path)) {
      throw new UsageError(`${path}: a Word file goes into a project, by "radif import", and is converted from there.`);
    }
    return 'xlsx';
  }
  let head = '';
  for await (const piece of textPieces(path)) {
    head += piece;
    if (head.length >= HEAD) break;
  }
  const format = recognise(head, basename(path));
  if (format === null) throw new UsageError(`${path}: nothing shows which format this is. Say it with --from.`);
  return format;
}

/** The rows of a corpus as they are read; `warn` is told what is read otherwise than it stands there. Ends with `Refused` where
 *  something is wrong, with all that is. */
export async function* corpusRows(
  { format, paths, columns }: CorpusFiles,
  warn: (warning: Problem) => void,
): AsyncGenerator<CorpusRow, void> {
  const problems: Problem[] = [];
  for await (const batch of batchesOf({ format, paths, columns })) {
    problems.push(...batch.problems);
    if (problems.length >= MAX_PROBLEMS) break;
    for (const warning of batch.warnings) warn(warning);
    if (problems.length === 0) yield* batch.rows;
  }
  if (problems.length > 0) throw new Refused(paths[0] ?? '', problems);
}

async function* batchesOf({ format, paths, columns }: CorpusFiles): AsyncGenerator<Batch, void> {
  if (format !== 'xlsx') {
    const files = paths.map((path): TextFile => ({ name: basename(path), pieces: textPieces(path) }));
    const reader: FormatReader = isTable(format) ? tableFile(format, columns) : readers[format];
    yield* reader.read(files);
    return;
  }
  const [path = ''] = paths;
  const bytes = await refusing(path, () => readFile(path));
  yield* rowsIn({ format, files: [{ name: basename(path), bytes }], columns }, () => {});
}

/** True for a ZIP archive, as workbooks and Word files are. */
function isPackage(path: string): Promise<boolean> {
  return refusing(path, async () => {
    await using file = await open(path, 'r');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.equals(Buffer.from([0x50, 0x4b, 3, 4]));
  });
}

/** What `work` gives of a file; a file that cannot be read is refused. */
async function refusing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const problem = fileProblem(error, path);
    if (problem === null) throw error;
    throw new Refused(path, [problem]);
  }
}

/** The text of a file in pieces; what cannot be read is refused. */
export async function* textPieces(path: string): AsyncGenerator<string, void> {
  try {
    yield* piecesOf(path);
  } catch (error) {
    const problem = error instanceof NoText ? error.problem : fileProblem(error, path);
    if (problem === null) throw error;
    throw new Refused(path, [problem]);
  }
}
