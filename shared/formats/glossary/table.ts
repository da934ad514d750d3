import type { Checked, Problem } from '../../core/problem.ts';
import {
  type EnglishTerm,
  type PartOfSpeech,
  partsOfSpeech,
  type TermRecord,
  termKey,
  termUses,
} from '../../terms/term.ts';
import { guarded, trimmed, unguarded } from '../registry/cell.ts';
import { type Cell, csvRecord } from '../text/csv.ts';
import { glossaryProblem, placedProblems } from './problems.ts';

/** The columns of a file of terms, in the order in which they are written. */
export const glossaryColumns = [
  'fa',
  'preferred',
  'admitted',
  'forbidden',
  'note',
  'domain',
  'part_of_speech',
] as const;
type GlossaryColumn = (typeof glossaryColumns)[number];

/** What other programs call them. */
const aliases: Readonly<Record<string, GlossaryColumn>> = {
  ...{ source: 'fa', persian: 'fa', farsi: 'fa', فارسی: 'fa' },
  ...{ en: 'preferred', english: 'preferred', target: 'preferred', انگلیسی: 'preferred' },
  ...{ subject: 'domain', comment: 'note', pos: 'part_of_speech', 'part of speech': 'part_of_speech' },
};

/** What a file of terms says. Warnings tell what was left out and what was made one. */
export interface GlossaryFile {
  readonly terms: readonly TermRecord[];
  readonly warnings: readonly Problem[];
}

/** A term with the line that it stands in. */
export interface PlacedTerm {
  readonly line: number;
  readonly record: TermRecord;
}

const LONGEST = 4000;
const MOST_TERMS = 50_000;
/** Nobody reads more of a kind. */
const MOST_TOLD = 50;

/** Terms as comma-separated values (RFC 4180): the line of `glossaryColumns`, then one line each, ended by CR LF. Several English terms in
 *  a cell are parted by `|`; a backslash goes before a `|` or a backslash of a term. */
export function writeGlossary(terms: readonly TermRecord[]): string {
  const lines = terms.map(({ fa, en, note, domain, partOfSpeech }) => {
    const english = termUses.map((use) => writeList(en.filter((each) => each.use === use).map(({ text }) => text)));
    return [fa, ...english, note, domain, partOfSpeech ?? ''];
  });
  return [glossaryColumns, ...lines].map((cells) => csvRecord(cells.map(guarded))).join('');
}

/** The terms of a table whose first record names its columns, in any order. Anything that cannot be read is a problem with its line and
 *  column, and nothing is read then. */
export function glossaryOfTable([head, ...records]: readonly (readonly Cell[])[]): Checked<GlossaryFile> {
  const columns = glossaryColumns.join(',');
  if (head === undefined) return { ok: false, problems: [glossaryProblem('glossary.empty', { values: { columns } })] };
  const at = new Map<GlossaryColumn, number>();
  const [problems, warnings]: [Problem[], Problem[]] = [[], []];
  for (const [index, { text, line, column }] of head.entries()) {
    const name = trimmed(text).toLowerCase();
    const known = glossaryColumns.find((each) => each === name) ?? aliases[name];
    const place = { line, column, element: text, values: { name: text, columns } };
    if (known === undefined) warnings.push(glossaryProblem('glossary.column-unknown', place));
    else if (at.has(known)) problems.push(glossaryProblem('glossary.column-twice', place));
    else at.set(known, index);
  }
  const missing = [at.has('fa') ? '' : '"fa"', termUses.some((use) => at.has(use)) ? '' : '"preferred"'].filter(
    Boolean,
  );
  if (missing.length > 0) {
    const values = { missing: missing.join(', '), columns };
    problems.push(glossaryProblem('glossary.columns', { line: head[0]?.line ?? 1, values }));
  }
  if (problems.length > 0) return { ok: false, problems };

  const placed: PlacedTerm[] = [];
  for (const record of records) {
    const line = record[0]?.line ?? 1;
    const cellOf = (column: GlossaryColumn) => record[at.get(column) ?? -1] ?? { text: '', line, column: 1 };
    const textOf = (column: GlossaryColumn) => trimmed(unguarded(cellOf(column).text));
    if (record.length > head.length) {
      const values = { count: record.length, limit: head.length };
      problems.push(glossaryProblem('glossary.cells', { line, values }));
    }
    for (const { text, ...place } of record) {
      if (text.length <= LONGEST) continue;
      const values = { size: text.length, limit: LONGEST };
      problems.push(glossaryProblem('glossary.long', { line: place.line, column: place.column, values }));
    }
    const speech = textOf('part_of_speech');
    const partOfSpeech = readPartOfSpeech(speech);
    if (speech !== '' && partOfSpeech === null) {
      warnings.push(glossaryProblem('glossary.part-of-speech', { line, values: { name: speech } }));
    }
    const said = {
      ...{ fa: textOf('fa'), note: textOf('note'), domain: textOf('domain'), partOfSpeech },
      en: withoutRepeats(termUses.flatMap((use) => readList(textOf(use)).map((text) => ({ text, use })))),
    };
    problems.push(
      ...placedProblems(said, (field) => ({ line, column: cellOf(field === 'fa' ? 'fa' : 'preferred').column })),
    );
    placed.push({ line, record: said });
  }
  return checkedTerms(placed, problems, warnings);
}

/** Terms of a file as one list, those of the same words and domain made one; or all that is wrong with them. */
export function checkedTerms(
  placed: readonly PlacedTerm[],
  problems: readonly Problem[],
  warnings: readonly Problem[],
): Checked<GlossaryFile> {
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_TOLD) };
  const terms = new Map<string, PlacedTerm>();
  const joined: Problem[] = [];
  for (const { line, record } of placed) {
    const key = termKey(record);
    const known = terms.get(key);
    if (known === undefined) terms.set(key, { line, record });
    else {
      joined.push(glossaryProblem('glossary.joined', { line, values: { name: record.fa, other: known.line } }));
      terms.set(key, { line: known.line, record: joinedTerm(known.record, record) });
    }
  }
  if (terms.size === 0) return { ok: false, problems: [glossaryProblem('glossary.none', {})] };
  if (terms.size > MOST_TERMS) {
    const values = { count: terms.size, limit: MOST_TERMS };
    return { ok: false, problems: [glossaryProblem('glossary.too-many', { values })] };
  }
  const all = [...warnings, ...joined].slice(0, MOST_TOLD);
  return { ok: true, value: { terms: [...terms.values()].map(({ record }) => record), warnings: all } };
}

/** What is said of a term, and what else somebody says of it; where they differ the first one counts. */
export function joinedTerm(known: TermRecord, more: TermRecord): TermRecord {
  return {
    ...known,
    en: withoutRepeats([...known.en, ...more.en]),
    note: known.note === '' ? more.note : known.note,
    partOfSpeech: known.partOfSpeech ?? more.partOfSpeech,
  };
}

/** A part of speech as other programs write it; `null` for one that is not known. */
export function readPartOfSpeech(text: string): PartOfSpeech | null {
  const key = text.replace(/[\s_-]/g, '').toLowerCase();
  return partsOfSpeech.find((known) => known.toLowerCase() === key) ?? null;
}

function withoutRepeats(terms: readonly EnglishTerm[]): readonly EnglishTerm[] {
  const seen = new Set<string>();
  return terms.filter(({ text }) => {
    const key = text.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

function writeList(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\\|]/g, '\\$&')).join('|');
}

function readList(cell: string): readonly string[] {
  const written = cell.match(/(?:[^\\|]|\\.)+|\\$/gsu) ?? [];
  return written.map((each) => trimmed(each.replace(/\\([\\|])/g, '$1'))).filter((text) => text !== '');
}
