import type { ChangeRule, CorpusRow, LossRule, Side } from './row.ts';

/** One file that an export makes: how its name ends and what the web calls its type. */
export interface FileType {
  readonly ending: string;
  readonly mediaType: string;
}

/** Characters that a format cannot carry, and what is written for each. Every use is told in the report. */
export interface Fitting {
  readonly rule: ChangeRule;
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
  /** Applied to `fa` and `en` before the writer sees the row, in order. */
  readonly fittings: readonly Fitting[];
  /** What of a row the format has no place for, by kind; each is counted once. */
  losses(row: CorpusRow): readonly LossRule[];
  readonly open: readonly string[];
  /** `index` counts the rows that were written before it, of which `before` is the last. */
  row(row: CorpusRow, index: number, before: CorpusRow | null): readonly string[];
  /** `last` is the last row that was written. */
  close(last: CorpusRow | null): readonly string[];
}

/** The losses of a format that has no place for any of `rules`. */
export function lacking(...rules: readonly LossRule[]): Writer['losses'] {
  return (row) =>
    rules.flatMap((rule) => {
      if (rule === 'mention') return row.mentions.map(() => rule);
      if (rule === 'english') return row.en === '' ? [] : [rule];
      if (rule === 'persian') return row.fa === '' ? [] : [rule];
      if (rule === 'link') return row.links.map(() => rule);
      if (rule === 'possible-link') return row.links.filter(({ sure }) => !sure).map(() => rule);
      if (rule === 'remark') return row.remarks.map(() => rule);
      if (rule === 'alignment') return row.alignment === null && !row.leftOut ? [] : [rule];
      return [];
    });
}

/** Half a surrogate pair has no UTF-8 form. */
export const wellFormed: Fitting = { rule: 'lone-surrogate', pattern: /\p{Cs}/gu, replacement: '\ufffd' };
