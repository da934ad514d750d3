import type { ExportOptions, Format } from './corpus.ts';
import { jsonl } from './jsonl.ts';
import { moses } from './moses.ts';
import { tmx } from './tmx.ts';
import { tsv } from './tsv.ts';
import type { Writer } from './writer.ts';

const writers: Readonly<Record<Format, (options: ExportOptions) => Writer>> = { tmx, tsv, jsonl, moses };

/** The writer of the chosen format. */
export function writerOf(options: ExportOptions): Writer {
  return writers[options.format](options);
}
