import type { Checked, Problem } from '../../../shared/core/problem.ts';
import { corpusProblem } from '../../../shared/formats/corpus/problems.ts';
import type { CorpusRow } from '../../../shared/formats/corpus/row.ts';
import { leftOutNotes } from '../../../shared/formats/text/left-out.ts';
import type { SegmentationRules } from '../../../shared/language/sentences/rules.ts';
import { readFile } from '../file.ts';
import { foreign } from '../signature.ts';
import { type Making, type RowText, textOfRows } from './document.ts';
import { type CorpusFile, type FileSet, lastName } from './file.ts';
import { rowsIn, WarningTally } from './rows.ts';

/** A set as it was read: its documents, or why there are none. */
export interface ReadSet {
  /** The rows of each document by what the file calls it, in order; none of a text. */
  readonly documents: ReadonlyMap<string, readonly CorpusRow[]>;
  /** A text without English. */
  readonly text: RowText | null;
  readonly warnings: WarningTally;
  readonly problems: readonly Problem[];
}

/** Reads a set to its end. `read` hears how far it is, in characters. */
export async function readSet(
  { format, files, columns }: FileSet,
  rules: SegmentationRules,
  read: (length: number) => void = () => {},
): Promise<ReadSet> {
  const [file] = files;
  if (file === undefined) return refused([corpusProblem('corpus.empty')]);
  if (format === null) return refused([foreign(file.bytes) ?? corpusProblem('corpus.unknown')]);
  if (format === 'text') return readText(file, rules);
  const documents = new Map<string, CorpusRow[]>();
  const warnings = new WarningTally();
  const problems: Problem[] = [];
  for await (const batch of rowsIn({ format, files, columns }, read)) {
    problems.push(...batch.problems);
    for (const warning of batch.warnings) warnings.add(warning);
    if (problems.length > 0) continue;
    for (const row of batch.rows) {
      const own = documents.get(row.document);
      if (own) own.push(row);
      else documents.set(row.document, [row]);
    }
  }
  if (problems.length === 0 && documents.size === 0) problems.push(corpusProblem('corpus.empty'));
  return { documents, text: null, warnings, problems };
}

async function readText({ name, bytes }: CorpusFile, rules: SegmentationRules): Promise<ReadSet> {
  const read = await readFile(bytes, { filename: lastName(name), lines: 'tell' }, rules);
  if (!read.ok) return refused(read.problems);
  const { title, text, notes, leftOut } = read.value;
  const warnings = new WarningTally();
  for (const note of [...notes, ...leftOutNotes(leftOut)]) warnings.add(note);
  return { documents: new Map(), text: { title, text }, warnings, problems: [] };
}

function refused(problems: readonly Problem[]): ReadSet {
  return { documents: new Map(), text: null, warnings: new WarningTally(), problems };
}

/** A document of a set, ready to be made. */
export interface SetDocument {
  /** What the file calls it. */
  readonly key: string;
  readonly text: RowText;
}

/** The documents of a set that was read, one after another, or why one of them cannot be made. */
export function* eachDocument(set: ReadSet, making: Omit<Making, 'warnings'>): Generator<Checked<SetDocument>, void> {
  if (set.problems.length > 0) {
    yield { ok: false, problems: set.problems };
    return;
  }
  if (set.text) yield { ok: true, value: { key: set.text.title, text: set.text } };
  for (const [key, rows] of set.documents) {
    const text = textOfRows(rows, { ...making, warnings: set.warnings });
    if ('text' in text) yield { ok: true, value: { key, text } };
    else yield { ok: false, problems: text.map((problem) => ({ element: rows[0]?.title ?? key, ...problem })) };
  }
}
