import { isBlank } from '../language/characters/blank.ts';
import type { FileType, Fitting, Writer } from './corpus/format.ts';
import { type Tally, tally } from './corpus/report.ts';
import type { CorpusRow, ExportOptions, ExportReport, LeaveOutRule } from './corpus/row.ts';
import { writerOf } from './formats.ts';

/** Rows as the storage streams them, or as a test has them. */
export type Rows = AsyncIterable<CorpusRow> | Iterable<CorpusRow>;

/** A stretch of one of the files of an export. Whole rows: no chunk ends inside a character. */
export interface Chunk {
  /** Index in `CorpusExport.files`. */
  readonly file: number;
  readonly text: string;
}

/** An export on its way out. */
export interface CorpusExport {
  readonly files: readonly FileType[];
  /** To be read once. The next row is asked for only when the last chunk was taken, so a slow reader holds back the
   *  database and the memory in use is that of a chunk. */
  readonly chunks: AsyncIterable<Chunk>;
  /** What was written, left out and changed so far; complete when `chunks` has ended. */
  report(): ExportReport;
}

/** A chunk goes out when it has grown to this many UTF-16 units. */
const CHUNK = 32_768;

/** Rows in the order given, in the chosen format. The dialog's preview, the server and the command line all write with it. */
export function exportCorpus(rows: Rows, options: ExportOptions): CorpusExport {
  const writer = writerOf(options);
  const counts = tally();
  return {
    files: writer.files,
    chunks: inChunks(writer, written(rows, writer, options, counts)),
    report: counts.report,
  };
}

/** The texts of the rows that the export takes, one string a file, and at last what closes the files. */
export async function* written(
  rows: Rows,
  writer: Writer,
  { states }: Pick<ExportOptions, 'states'>,
  counts: Tally,
): AsyncIterable<readonly string[]> {
  const wanted = new Set(states);
  let index = 0;
  let before: CorpusRow | null = null;
  for await (const row of rows) {
    const rule = wanted.has(row.status) ? missing(row, writer) : 'state';
    if (rule !== null) {
      counts.leftOut(rule, row);
    } else {
      counts.written();
      for (const loss of writer.losses(row)) counts.lost(loss, row);
      yield writer.row(withFittings(row, writer.fittings, counts), index, before);
      before = row;
      index += 1;
    }
  }
  yield writer.close(before);
}

/** Which side a format needs that the row has not. */
function missing({ fa, en, leftOut }: CorpusRow, { needs }: Writer): LeaveOutRule | null {
  if (needs.includes('fa') && isBlank(fa)) return 'empty-source';
  return needs.includes('en') && isBlank(en) ? (leftOut ? 'left-out' : 'empty-rendering') : null;
}

async function* inChunks(writer: Writer, texts: AsyncIterable<readonly string[]>): AsyncIterable<Chunk> {
  const pending = [...writer.open];
  for await (const row of texts) {
    for (const [file, text] of row.entries()) {
      const grown = pending[file] + text;
      pending[file] = grown.length < CHUNK ? grown : '';
      if (grown.length >= CHUNK) yield { file, text: grown };
    }
  }
  for (const [file, text] of pending.entries()) if (text !== '') yield { file, text };
}

function withFittings(row: CorpusRow, fittings: readonly Fitting[], counts: Tally): CorpusRow {
  let fitted = fittedAside(row, fittings);
  for (const side of ['fa', 'en'] as const) {
    for (const { rule, pattern, replacement } of fittings) {
      if (fitted[side].search(pattern) < 0) continue;
      for (const match of row[side].matchAll(pattern)) counts.changed(rule, row, side, match.index, match[0]);
      fitted = { ...fitted, [side]: fitted[side].replace(pattern, replacement) };
    }
  }
  return fitted;
}

/** What stands beside the texts is fitted without a word: a title or a note can hold no more than the texts. */
function fittedAside(row: CorpusRow, fittings: readonly Fitting[]): CorpusRow {
  const fitted = (text: string) =>
    fittings.reduce((found, { pattern, replacement }) => found.replace(pattern, replacement), text);
  const remarks = row.remarks.map(({ name, text }) => ({
    name: name === null ? null : fitted(name),
    text: fitted(text),
  }));
  return { ...row, title: fitted(row.title), remarks };
}
