import type { FileType } from './corpus/format.ts';
import { tally } from './corpus/report.ts';
import type { CorpusRow, ExportOptions, ExportReport } from './corpus/row.ts';
import { isPage, type Rows, rowWriter } from './export.ts';
import { writerOf } from './formats.ts';

/** The beginning of one file of an export. */
export interface FilePreview extends FileType {
  readonly text: string;
}

/** How an export begins, and the report of the whole. */
export interface ExportPreview {
  readonly files: readonly FilePreview[];
  readonly report: ExportReport;
}

/** The first rows of an export, whole, until each file has about `lines` lines; the report counts all rows. */
export async function previewCorpus(rows: Rows, options: ExportOptions, lines = 20): Promise<ExportPreview> {
  const writer = writerOf(options);
  const counts = tally();
  const writing = rowWriter(writer, options, counts);
  // Of what is packed only the rows are shown.
  const texts = writer.shown ? [''] : [...writer.open];
  const show = (written: readonly string[] | null) => {
    for (const [file, text] of written?.entries() ?? []) {
      const start = texts[file] ?? '';
      if (lineCount(start) < lines) texts[file] = start + text;
    }
  };
  let before: CorpusRow | null = null;
  let index = 0;
  for await (const page of rows) {
    for (const row of isPage(page) ? page : [page]) {
      const written = writing.row(row);
      show(written !== null && writer.shown ? [writer.shown(row, index, before)] : written);
      if (written === null) continue;
      before = row;
      index += 1;
    }
  }
  if (!writer.shown) show(writing.close());
  return { files: writer.files.map((type, file) => ({ ...type, text: texts[file] ?? '' })), report: counts.report() };
}

function lineCount(text: string): number {
  return text.split('\n').length - 1;
}
