import type { TextLanguage } from '../../../shared/alignment/forms/language-of.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import type { TableColumns, TableHead } from '../../../shared/core/table-columns.ts';
import type { Encoding } from '../encoding.ts';

/** A file of a pair as it came; a paste has no name. */
export interface PairFile {
  readonly bytes: Uint8Array;
  readonly filename: string;
  readonly encoding?: Encoding | undefined;
}

/** What a text is called that was pasted: it has no name of its own. */
export const PASTE = 'paste.txt';

/** What a file is called as a text: one called `.en` is the other half of a Moses pair, and a paste is a text. */
export function nameOf({ filename }: PairFile): string {
  return filename.replace(/\.en$/i, '.txt') || PASTE;
}

/** How a pair is to be read. */
export interface PairOptions {
  /** `lines`: line n of one side renders line n of the other; left out, the texts tell. */
  readonly shape?: 'text' | 'lines' | undefined;
  /** What the end of a paragraph means to the alignment of running text. */
  readonly paragraphs: 'hard' | 'soft' | 'ignore';
  /** The other way round than the languages tell. */
  readonly swap: boolean;
  /** Which columns of a table hold Persian and English; left out, the table tells. */
  readonly columns?: TableColumns | undefined;
}

/** Running text on both sides, or rows that stand side by side already. */
export type PairContent =
  | { readonly shape: 'text'; readonly source: string; readonly target: string }
  | { readonly shape: 'lines' | 'table'; readonly rows: readonly PairRow[] };

/** A row of a table, or line n of both files; a side may be empty. */
export interface PairRow {
  readonly source: string;
  readonly target: string;
}

/** Two sides that were read: the source is what is taken for Persian. */
export interface Pair {
  readonly content: PairContent;
  readonly languages: { readonly source: TextLanguage; readonly target: TextLanguage };
  /** True when what came first is the target. */
  readonly turned: boolean;
  /** What was left out, or may surprise. */
  readonly remarks: readonly Problem[];
  /** Of a table, how it begins and was read; `null` for texts. */
  readonly table: TableHead | null;
  /** From the name of the file of the source; may be empty. */
  readonly title: string;
}
