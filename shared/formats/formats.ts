import type { Writer } from './corpus/format.ts';
import type { ExportOptions, Format } from './corpus/row.ts';
import { jsonl } from './jsonl/write.ts';
import { moses } from './moses/write.ts';
import { naacl } from './naacl/write.ts';
import { pharaoh } from './pharaoh/write.ts';
import { tmx } from './tmx/write.ts';
import { tsv } from './tsv/write.ts';

const writers: Readonly<Record<Format, (options: ExportOptions) => Writer>> = {
  tmx,
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
