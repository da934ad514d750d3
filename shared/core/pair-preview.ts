import type { Problem } from './problem.ts';
import type { TableHead } from './table-columns.ts';

/** What a pair of texts would become if it were brought in. */
export interface PairPreview {
  /** Running text, files whose lines stand for each other, or a table with two columns. */
  readonly shape: 'text' | 'lines' | 'table';
  /** What each side reads as: `fa`, `en`, `other` or `none`. The source is the one taken for Persian. */
  readonly languages: { readonly source: string; readonly target: string };
  /** True when the side that came second is taken for the Persian one. */
  readonly turned: boolean;
  /** Of a table, how it begins and is read; `null` for texts. */
  readonly table: TableHead | null;
  /** From the name of the Persian file; may be empty. */
  readonly title: string;
  /** Sentences, or filled cells, of each side. */
  readonly units: { readonly source: number; readonly target: number };
  /** The first rows. */
  readonly rows: readonly { readonly source: string; readonly rendering: string }[];
  readonly remarks: readonly Problem[];
}
