import type { TableColumns } from '../../../shared/core/table-columns.ts';
import type { ReadFormat } from '../../../shared/formats/formats.ts';

/** A file of a corpus as it came; one out of an archive is called after both: `corpus.zip/part.tmx`. */
export interface CorpusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How a set of files is read: a format, a workbook with a table, or a text without English. */
export type SetFormat = ReadFormat | 'xlsx' | 'text';

/** Files that belong together, in the order in which their format has them. */
export interface FileSet {
  /** `null` for what is no format that can be read. */
  readonly format: SetFormat | null;
  readonly files: readonly CorpusFile[];
  /** How a table is read, where somebody has said it. */
  readonly columns?: TableColumns | undefined;
}

/** Bytes of one file, and of all that are brought in at once, unpacked. */
export const MAX_CORPUS_FILE = 64 * 1024 * 1024;
export const MAX_CORPUS = 192 * 1024 * 1024;
/** Files that are brought in at once. */
export const MAX_CORPUS_FILES = 2_000;

/** A file's name without the folders that it lies in. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
