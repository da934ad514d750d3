import type { LeftOut } from '../../../shared/formats/text/left-out.ts';

/** A Word document as its reader sees it: blocks in reading order. Tables keep their rows and cells, so that a table of two
 *  columns can be read as a bilingual one; `docxText` flattens them row by row. */
export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** Runs joined. `SOFT_BREAK` stands for a line break inside the paragraph, `\n` for a page or column break. */
  readonly text: string;
  /** Ids of the notes whose marks stand in it, in order: `footnote 2`, `endnote 1`. */
  readonly notes: readonly string[];
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
}

/** A cell may hold tables of its own. */
export type Cell = readonly Block[];

/** U+2028, which no text of a run has: what Word calls a manual line break. */
export const SOFT_BREAK = '\u2028';

/** A document whole. */
export interface DocxDocument {
  readonly blocks: readonly Block[];
  /** By the ids of `Paragraph.notes`, in the order of the marks. */
  readonly notes: ReadonlyMap<string, readonly Block[]>;
  readonly leftOut: LeftOut;
}
