import type { Problem } from '../core/problem.ts';
import type { TableColumns, TableHead } from '../core/table-columns.ts';

/** Files that are taken at once; packed as an archive there may be more. */
export const MOST_DROPPED = 500;

/** Why so many files are not taken. */
export function tooManyDropped(count: number): Problem {
  return {
    rule: 'corpus.dropped',
    message: `There are ${count} files; at most ${MOST_DROPPED} are taken at once. Pack them as one ZIP archive, or bring them in by parts.`,
    values: { count, limit: MOST_DROPPED },
  };
}

/** What files of corpora would become if they were brought in. */
export interface CorpusPreview {
  /** What belongs together, in the order in which it came: a file, or the files of a format that has several. */
  readonly sets: readonly PreviewedSet[];
  /** The labels of all marked names, and what each becomes unless somebody says otherwise. */
  readonly labels: readonly FoundLabel[];
  /** The ids of the labels that the project has. */
  readonly known: readonly string[];
}

/** One file, or several that belong together, as it was read. */
export interface PreviewedSet {
  readonly names: readonly string[];
  /** The name of a format that can be read, `text` for a text without English; `null` for what no format is. */
  readonly format: string | null;
  /** Documents; of many, the first. */
  readonly documents: readonly PreviewedDocument[];
  readonly documentCount: number;
  /** Of all documents. */
  readonly counts: RowCounts;
  /** The first rows. */
  readonly sample: readonly { readonly fa: string; readonly en: string }[];
  /** What is read otherwise than it stands there, by rule: the first place of each, and how many more. */
  readonly warnings: readonly { readonly first: Problem; readonly more: number }[];
  /** Of a table, how it begins and is read; `null` for what is none. */
  readonly table: TableHead | null;
  /** Why it cannot be brought in. */
  readonly problems: readonly Problem[];
}

/** A document as it would be made. */
export interface PreviewedDocument {
  readonly title: string;
  readonly rows: number;
  /** The title of what has the same Persian: a document of the project, or one that comes in with it; `null` for none. */
  readonly twin: string | null;
}

/** What the rows of a set hold. */
export interface RowCounts {
  readonly both: number;
  readonly persianOnly: number;
  readonly englishOnly: number;
  readonly mentions: number;
  readonly links: number;
}

/** A label of marked names in a file. */
export interface FoundLabel {
  readonly label: string;
  readonly count: number;
  /** The label of the project that it is taken for, or a new one. */
  readonly proposed: string;
}

/** What somebody has chosen before files are brought in. */
export interface CorpusChoices {
  /** What the labels of the files become; `null` leaves the names that have it unmarked. */
  readonly labels: Readonly<Record<string, string | null>>;
  /** Sets that are not brought in, by their place in the preview. */
  readonly without: readonly number[];
  /** How tables are read, by their place in the preview; the others as they show. */
  readonly tables?: Readonly<Record<string, TableColumns>> | undefined;
}
