import type { FileType } from './corpus/format.ts';
import { tally } from './corpus/report.ts';
import type { ExportOptions, ExportReport } from './corpus/row.ts';
import { type Rows, written } from './export.ts';
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
  const texts = [...writer.open];
  for await (const row of written(rows, writer, options, counts)) {
    for (const [file, text] of row.entries()) {
      const start = texts[file] ?? '';
      if (lineCount(start) < lines) texts[file] = start + text;
    }
  }
  return { files: writer.files.map((type, file) => ({ ...type, text: texts[file] ?? '' })), report: counts.report() };
}

function lineCount(text: string): number {
  return text.split('\n').length - 1;
}
