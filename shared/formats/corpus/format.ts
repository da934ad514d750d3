import type { ChangeRule, CorpusRow, LossRule, Side } from './row.ts';

/** One file that an export makes: how its name ends and what the web calls its type. */
export interface FileType {
  readonly ending: string;
  readonly mediaType: string;
  /** What the text that is written becomes, where the file is no text. */
  readonly packing?: Packing | undefined;
}

/** A ZIP package of an office program (ECMA-376, part 2): the text is its part `part`, and those beside it are always the same. Or Apache
 *  Parquet: each line is a row, in JSON. */
export type Packing = PackageParts | 'parquet';

export interface PackageParts {
  readonly part: string;
  readonly beside: Readonly<Record<string, string>>;
}

/** Characters that a format cannot carry, and what is written for each. Every use is told in the report. */
export interface Fitting {
  readonly rule: ChangeRule;
  /** Matches every text in which `pattern` does, and maybe others. Without flags it is found many times faster, so it is looked for
   *  first; left out, the pattern is always. */
  readonly sign?: RegExp;
  /** Global; a match is one character, or a CR LF pair. */
  readonly pattern: RegExp;
  readonly replacement: string;
}

/** A format. `open`, `row` and `close` give one string a file, in the order of `files`; a file is their concatenation.
 *  A writer is made for one export and keeps no more of it than how far it has come, so that an export of any size takes the
 *  memory of one row. */
export interface Writer {
  readonly files: readonly FileType[];
  /** The sides that a row has to have: without one of them it has no meaning in the format and is left out. */
  readonly needs: readonly Side[];
  /** Rows that a file may have; those beyond are left out. */
  readonly most?: number;
  /** UTF-16 units that a text may have; a row with a longer one is left out. */
  readonly longest?: number;
  /** Applied to `fa` and `en` before the writer sees the row, in order. */
  readonly fittings: readonly Fitting[];
  /** What of a row the format has no place for, by kind; each is counted once. */
  losses(row: CorpusRow): readonly LossRule[];
  readonly open: readonly string[];
  /** `index` counts the rows that were written before it, of which `before` is the last. */
  row(row: CorpusRow, index: number, before: CorpusRow | null): readonly string[];
  /** `last` is the last row that was written. */
  close(last: CorpusRow | null): readonly string[];
  /** What a preview shows of a row in place of the text of a packed file. */
  shown?(row: CorpusRow, index: number, before: CorpusRow | null): string;
}

/** The losses of a format that has no place for any of `rules`. */
export function lacking(...rules: readonly LossRule[]): Writer['losses'] {
  const counts = rules.map((rule) => ({ rule, of: lossesOf[rule] }));
  return (row) => {
    let found = none;
    for (const { rule, of } of counts) {
      const count = of?.(row) ?? 0;
      if (count > 0) found = [...found, ...Array<LossRule>(count).fill(rule)];
    }
    return found;
  };
}

const none: readonly LossRule[] = [];

/** What a format of bare lines has no place for: which document a row is of, and which segment it is. */
export const unnamed = ['title', 'document-id', 'segment-id'] as const satisfies readonly LossRule[];

/** How often a row has what a format may lack. */
const lossesOf: Readonly<Partial<Record<LossRule, (row: CorpusRow) => number>>> = {
  mention: ({ mentions }) => mentions.length,
  english: ({ en }) => (en === '' ? 0 : 1),
  persian: ({ fa }) => (fa === '' ? 0 : 1),
  link: ({ links }) => links.length,
  'possible-link': ({ links }) => links.filter(({ sure }) => !sure).length,
  remark: ({ remarks }) => remarks.length,
  alignment: ({ alignment, leftOut }) => (alignment === null && !leftOut ? 0 : 1),
  taken: ({ taken }) => (taken === undefined ? 0 : 1),
  title: () => 1,
  'document-id': () => 1,
  'segment-id': () => 1,
  status: () => 1,
  'parted-mention': ({ mentions }) => mentions.filter(({ parts }) => parts !== undefined).length,
};

/** Half a surrogate pair has no UTF-8 form. */
export const wellFormed: Fitting = {
  rule: 'lone-surrogate',
  sign: /[\ud800-\udfff]/,
  pattern: /\p{Cs}/gu,
  replacement: '\ufffd',
};
