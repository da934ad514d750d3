import { isBlank } from '../language/characters/blank.ts';
import type { FileType, Fitting, Writer } from './corpus/format.ts';
import { refitted } from './corpus/refit.ts';
import { type Tally, tally } from './corpus/report.ts';
import type { CorpusRow, ExportOptions, ExportReport, LeaveOutRule } from './corpus/row.ts';
import { writerOf } from './formats.ts';

/** Rows as the storage streams them, a page at a time or one by one, or as a test has them. */
export type Rows = AsyncIterable<CorpusRow | readonly CorpusRow[]> | Iterable<CorpusRow>;

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
    chunks: inChunks(rows, writer, rowWriter(writer, options, counts)),
    report: counts.report,
  };
}

/** Writes one row after the other. */
export interface RowWriter {
  /** One string a file; `null` for a row that the export does not take. */
  row(row: CorpusRow): readonly string[] | null;
  /** What closes the files. */
  close(): readonly string[];
}

/** Writes the rows that an export takes, and counts what becomes of all. */
export function rowWriter(writer: Writer, { states }: Pick<ExportOptions, 'states'>, counts: Tally): RowWriter {
  const wanted = new Set(states);
  let index = 0;
  let before: CorpusRow | null = null;
  return {
    row(row) {
      const rule = wanted.has(row.status) ? notHeld(row, writer, index) : 'state';
      if (rule !== null) {
        counts.leftOut(rule, row);
        return null;
      }
      counts.written();
      for (const loss of writer.losses(row)) counts.lost(loss, row);
      const fitted = withFittings(row, writer.fittings, counts);
      const texts = writer.row(fitted, index, before);
      before = fitted;
      index += 1;
      return texts;
    },
    close: () => writer.close(before),
  };
}

/** Why a format cannot hold a row after `written` others: it needs a side that the row has not, or it is full. */
function notHeld(
  { fa, en, leftOut }: CorpusRow,
  { needs, most, longest }: Writer,
  written: number,
): LeaveOutRule | null {
  if (most !== undefined && written >= most) return 'beyond-most';
  if (longest !== undefined && (fa.length > longest || en.length > longest)) return 'too-long';
  if (needs.includes('fa') && isBlank(fa)) return 'empty-source';
  return needs.includes('en') && isBlank(en) ? (leftOut ? 'left-out' : 'empty-rendering') : null;
}

async function* inChunks(rows: Rows, { open }: Writer, writing: RowWriter): AsyncIterable<Chunk> {
  const pending = [...open];
  const grow = (texts: readonly string[]) => {
    let isFull = false;
    for (let file = 0; file < texts.length; file++) {
      const grown = (pending[file] ?? '') + texts[file];
      pending[file] = grown;
      isFull ||= grown.length >= CHUNK;
    }
    return isFull;
  };
  function* full(least: number): Generator<Chunk> {
    for (const [file, text] of pending.entries()) {
      if (text.length < least || text === '') continue;
      pending[file] = '';
      yield { file, text };
    }
  }
  for await (const page of rows) {
    for (const row of isPage(page) ? page : [page]) {
      const texts = writing.row(row);
      if (texts !== null && grow(texts)) yield* full(CHUNK);
    }
  }
  grow(writing.close());
  yield* full(0);
}

/** True for several rows at once. */
export function isPage(rows: CorpusRow | readonly CorpusRow[]): rows is readonly CorpusRow[] {
  return Array.isArray(rows);
}

function withFittings(row: CorpusRow, fittings: readonly Fitting[], counts: Tally): CorpusRow {
  let fitted = row;
  for (const fitting of fittings) {
    const { rule, pattern } = fitting;
    if (!mayFit(row, fitting)) continue;
    fitted = fittedAside(fitted, fitting);
    for (const side of ['fa', 'en'] as const) {
      if (fitted[side].search(pattern) < 0) continue;
      for (const match of row[side].matchAll(pattern)) counts.changed(rule, row, side, match.index, match[0]);
      fitted = refitted(fitted, side, fitting);
    }
  }
  return fitted;
}

/** False where a fitting cannot change anything of a row. */
function mayFit({ fa, en, document, title, segment, taken, remarks }: CorpusRow, { sign }: Fitting): boolean {
  if (sign === undefined || remarks.length > 0 || taken !== undefined) return true;
  return [fa, en, document, title, segment].some((text) => sign.test(text));
}

/** What stands beside the texts is fitted without a word: a name, an id or a note can hold no more than the texts. */
function fittedAside(row: CorpusRow, { pattern, replacement }: Fitting): CorpusRow {
  const fitted = (text: string) => text.replace(pattern, replacement);
  const remarks = row.remarks.map(({ name, text }) => ({
    name: name === null ? null : fitted(name),
    text: fitted(text),
  }));
  const { document, title, segment, taken } = row;
  const names = { document: fitted(document), title: fitted(title), segment: fitted(segment) };
  return { ...row, ...names, ...(taken && { taken: { ...taken, from: fitted(taken.from) } }), remarks };
}
