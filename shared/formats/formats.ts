import { bratFiles } from './brat/read.ts';
import { brat } from './brat/write.ts';
import { casFile } from './cas/read.ts';
import { cas } from './cas/write.ts';
import { conllFile } from './conll/read.ts';
import { conll } from './conll/write.ts';
import { conlluFile } from './conllu/read.ts';
import { conllu } from './conllu/write.ts';
import type { Writer } from './corpus/format.ts';
import type { FormatReader } from './corpus/reading.ts';
import type { ExportOptions, Format } from './corpus/row.ts';
import { doccanoFile } from './doccano/read.ts';
import { doccano } from './doccano/write.ts';
import { docxEnglish } from './docx/english.ts';
import { docxTable } from './docx/table.ts';
import { markdown } from './english/markdown.ts';
import { plainEnglish } from './english/plain.ts';
import { html } from './html/write.ts';
import { huggingFace, parquet } from './hugging-face/write.ts';
import { jsonlFile } from './jsonl/read.ts';
import { jsonl } from './jsonl/write.ts';
import { labelStudio } from './label-studio/write.ts';
import { mosesFiles } from './moses/read.ts';
import { moses } from './moses/write.ts';
import { naaclFiles } from './naacl/read.ts';
import { naacl } from './naacl/write.ts';
import { pharaohFiles } from './pharaoh/read.ts';
import { pharaoh } from './pharaoh/write.ts';
import { spacy } from './spacy/write.ts';
import { teiFile } from './tei/read.ts';
import { tei } from './tei/write.ts';
import { tmxFile } from './tmx/read.ts';
import { tmx } from './tmx/write.ts';
import { csvFile, tsvFile } from './tsv/read.ts';
import { csv, tsv } from './tsv/write.ts';
import { w3cFile } from './w3c/read.ts';
import { w3c } from './w3c/write.ts';
import { webannoFile } from './webanno/read.ts';
import { webanno } from './webanno/write.ts';
import { xcesFiles } from './xces/read.ts';
import { xces } from './xces/write.ts';
import { xliffFile } from './xliff/read.ts';
import { xliff12File } from './xliff/read-1.2.ts';
import { xliff2 } from './xliff/write.ts';
import { xliff12 } from './xliff/write-1.2.ts';
import { xlsx } from './xlsx/write.ts';

const writers: Readonly<Record<Format, (options: ExportOptions) => Writer>> = {
  tmx,
  'xliff-2.2': xliff2('2.2'),
  'xliff-2.1': xliff2('2.1'),
  'xliff-1.2': xliff12,
  tsv,
  csv,
  xlsx,
  'docx-table': docxTable,
  html,
  'docx-english': docxEnglish,
  markdown,
  text: plainEnglish,
  jsonl,
  moses,
  'hugging-face': huggingFace,
  parquet,
  pharaoh,
  naacl,
  conll: conll('iob2'),
  'conll-iob1': conll('iob1'),
  'conll-iobes': conll('iobes'),
  webanno,
  brat,
  spacy,
  doccano,
  tei,
  xces,
  w3c,
  'label-studio': labelStudio,
  'cas-json': cas,
  conllu: conllu('u'),
  'conllu-plus': conllu('plus'),
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
  'hugging-face': jsonlFile,
  naacl: naaclFiles,
  conll: conllFile,
  webanno: webannoFile,
  brat: bratFiles,
  doccano: doccanoFile,
  tei: teiFile,
  xces: xcesFiles,
  w3c: w3cFile,
  'cas-json': casFile,
  conllu: conlluFile,
} as const satisfies Readonly<Record<string, FormatReader>>;

/** The name of a format that can be read. */
export type ReadFormat = keyof typeof readers;
