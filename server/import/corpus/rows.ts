import type { Problem } from '../../../shared/core/problem.ts';
import { type CorpusRule, corpusProblem } from '../../../shared/formats/corpus/problems.ts';
import { type Batch, batch, type FormatReader } from '../../../shared/formats/corpus/reading.ts';
import { readers } from '../../../shared/formats/formats.ts';
import { tsvCell } from '../../../shared/formats/tsv/cell.ts';
import { firstRows, tableFile } from '../../../shared/formats/tsv/read.ts';
import { readXlsx } from '../pair/xlsx.ts';
import { NoText, piecesIn } from '../pieces.ts';
import { type FileSet, lastName, type SetFormat } from './file.ts';

/** A set whose format has rows. */
type ReadableSet = FileSet & { readonly format: Exclude<SetFormat, 'text'> };

/** Problems of one set that are told. */
const MOST_PROBLEMS = 100;

/** The rows of a set as they are read, batch by batch; each problem says in `element` which of several files it is about. `read`
 *  hears of every file how many bytes were read of it. Nothing follows a hundred problems. */
export async function* rowsIn(set: ReadableSet, read: (bytes: number) => void): AsyncGenerator<Batch, void> {
  let told = 0;
  try {
    for await (const found of batches(set, read)) {
      yield found;
      told += found.problems.length;
      if (told >= MOST_PROBLEMS) return;
    }
  } catch (error) {
    if (!(error instanceof NoText)) throw error;
    yield batch({ problems: [error.problem] });
  }
}

function batches({ format, files, columns }: ReadableSet, read: (bytes: number) => void): AsyncGenerator<Batch, void> {
  if (format === 'xlsx') return workbook(files, columns);
  const reader: FormatReader = format === 'tsv' || format === 'csv' ? tableFile(format, columns) : readers[format];
  return reader.read(files.map(({ name, bytes }) => ({ name: lastName(name), pieces: counted(bytes, read) })));
}

async function* counted(bytes: Uint8Array, read: (bytes: number) => void): AsyncGenerator<string, void> {
  for await (const piece of piecesIn(bytes)) {
    read(piece.length);
    yield piece;
  }
}

/** The first sheet of a workbook, read as the table that it is. */
async function* workbook([file]: FileSet['files'], columns: FileSet['columns']): AsyncGenerator<Batch, void> {
  const cells = await readXlsx(file?.bytes ?? new Uint8Array());
  if (!cells.ok) {
    yield batch({ problems: cells.problems });
    return;
  }
  async function* lines(rows: readonly (readonly string[])[]) {
    for (const row of rows) yield `${row.map(tsvCell).join('\t')}\n`;
  }
  yield* tableFile('tsv', columns).read([{ name: lastName(file?.name ?? ''), pieces: lines(cells.value) }]);
}

/** The first rows of a table as they stand there; none of what is no table, or cannot be read. */
export async function firstRowsOf({ format, files }: FileSet): Promise<readonly (readonly string[])[]> {
  const [file] = files;
  if (file === undefined) return [];
  if (format === 'xlsx') {
    const cells = await readXlsx(file.bytes);
    return cells.ok ? cells.value : [];
  }
  if (format !== 'tsv' && format !== 'csv') return [];
  try {
    return await firstRows(format, piecesIn(file.bytes));
  } catch (error) {
    if (error instanceof NoText) return [];
    throw error;
  }
}

/** What of the warnings is told: of each rule the first one, and how many more there are. */
export class WarningTally {
  private readonly byRule = new Map<string, { readonly first: Problem; more: number }>();
  private readonly counts = new Map<CorpusRule, number>();

  add(warning: Problem): void {
    const known = this.byRule.get(warning.rule);
    if (known) known.more += 1;
    else this.byRule.set(warning.rule, { first: warning, more: 0 });
  }

  /** One that says how many there are. */
  count(rule: CorpusRule, count: number): void {
    if (count > 0) this.counts.set(rule, (this.counts.get(rule) ?? 0) + count);
  }

  get all(): readonly { readonly first: Problem; readonly more: number }[] {
    const counted = Array.from(this.counts, ([rule, count]) => corpusProblem(rule, { values: { count } }));
    return [...this.byRule.values(), ...counted.map((first) => ({ first, more: 0 }))];
  }
}
