import type { Writer } from './corpus/format.ts';
import type { FormatReader } from './corpus/reading.ts';
import type { ExportOptions, Format } from './corpus/row.ts';
import { jsonlFile } from './jsonl/read.ts';
import { jsonl } from './jsonl/write.ts';
import { mosesFiles } from './moses/read.ts';
import { moses } from './moses/write.ts';
import { naaclFiles } from './naacl/read.ts';
import { naacl } from './naacl/write.ts';
import { pharaohFiles } from './pharaoh/read.ts';
import { pharaoh } from './pharaoh/write.ts';
import { tmxFile } from './tmx/read.ts';
import { tmx } from './tmx/write.ts';
import { csvFile, tsvFile } from './tsv/read.ts';
import { tsv } from './tsv/write.ts';
import { xliffFile } from './xliff/read.ts';
import { xliff12File } from './xliff/read-1.2.ts';
import { xliff2 } from './xliff/write.ts';
import { xliff12 } from './xliff/write-1.2.ts';

const writers: Readonly<Record<Format, (options: ExportOptions) => Writer>> = {
  tmx,
  'xliff-2.2': xliff2('2.2'),
  'xliff-2.1': xliff2('2.1'),
  'xliff-1.2': xliff12,
  tsv,
  jsonl,
  moses,
  pharaoh,
  naacl,
};

/** The writer of the chosen format. */
export function writerOf(options: ExportOptions): Writer {
  return writers[options.format](options);
}

/** The formats that a corpus can be read from, by their names. */
export const readers = {
  tmx: tmxFile,
  'xliff-2.2': xliffFile,
  'xliff-2.1': xliffFile,
  'xliff-1.2': xliff12File,
  tsv: tsvFile,
  csv: csvFile,
  jsonl: jsonlFile,
  moses: mosesFiles,
  pharaoh: pharaohFiles,
  naacl: naaclFiles,
} as const satisfies Readonly<Record<string, FormatReader>>;

/** The name of a format that can be read. */
export type ReadFormat = keyof typeof readers;
