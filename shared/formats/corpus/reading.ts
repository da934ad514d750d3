import type { Problem } from '../../core/problem.ts';
import type { CorpusRow } from './row.ts';

/** What a reader found in a stretch of its files. */
export interface Batch {
  readonly rows: readonly CorpusRow[];
  /** What was read otherwise than it stands there, or left out. */
  readonly warnings: readonly Problem[];
  /** Why the files are refused as a whole; what was found before does not count. */
  readonly problems: readonly Problem[];
}

/** One of the files that a reader reads. */
export interface TextFile {
  /** As it is called, without its folder. */
  readonly name: string;
  /** Its text in pieces of any length, without a byte order mark. */
  readonly pieces: AsyncIterable<string>;
}

/** Reads the rows of a corpus from its files, in the order of `FormatReader.files`. A batch goes out when it is there, so
 *  that a corpus of any size takes the memory of one. After a batch with problems there may be others, with more of them. */
export type ReadRows = (files: readonly TextFile[]) => AsyncGenerator<Batch, void>;

/** How a format is read. */
export interface FormatReader {
  /** How the names of its files end, one for each file that it takes; other endings are taken as well. */
  readonly files: readonly string[];
  readonly read: ReadRows;
}

/** Reads one file that comes in pieces. */
export interface PieceReader {
  /** True when nothing can be said of what follows. */
  readonly isOver?: boolean;
  /** What was complete with this piece. */
  write(piece: string): Batch;
  /** What is complete now that nothing follows. */
  end(): Batch;
}

/** A batch of what is told. */
export function batch({ rows = [], warnings = [], problems = [] }: Partial<Batch>): Batch {
  return { rows, warnings, problems };
}

/** A format of one file. `open` is told what the file is called. */
export function oneFile(ending: string, open: (name: string) => PieceReader): FormatReader {
  return {
    files: [ending],
    async *read([file]) {
      if (file === undefined) return;
      const reader = open(file.name);
      for await (const piece of file.pieces) {
        const found = reader.write(piece);
        if (!isEmpty(found)) yield found;
        if (reader.isOver) return;
      }
      const last = reader.end();
      if (!isEmpty(last)) yield last;
    },
  };
}

function isEmpty({ rows, warnings, problems }: Batch): boolean {
  return rows.length + warnings.length + problems.length === 0;
}
