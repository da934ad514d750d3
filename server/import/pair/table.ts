import { languageOf, type TextLanguage } from '../../../shared/alignment/forms/language-of.ts';
import type { Checked, Problem } from '../../../shared/core/problem.ts';
import type { TableColumns } from '../../../shared/core/table-columns.ts';
import { readCsv } from '../../../shared/formats/text/csv.ts';
import { importProblem, refused } from '../../../shared/formats/text/problems.ts';
import { foldKey } from '../../../shared/language/characters/fold.ts';

/** A table of two languages: what stands in its two columns, from left to right. */
export interface Table {
  readonly rows: readonly (readonly [string, string])[];
  /** The places of the two columns, and whether the first row was taken for their names. */
  readonly places: readonly [number, number];
  readonly header: boolean;
  /** All cells, as they stand. */
  readonly cells: readonly (readonly string[])[];
  readonly remarks: readonly Problem[];
}

/** The cells of a text whose columns are parted by commas, semicolons or tabs. Between tabs a quote means nothing, unless it
 *  stands around a whole cell, as spreadsheets write it. */
export function cellsOfText(text: string, extension: string): Checked<readonly (readonly string[])[]> {
  if (extension === 'csv') {
    const [line = ''] = text.split(/[\r\n]/, 1);
    const separator = ([',', ';', '\t'] as const).reduce((best, each) =>
      line.split(each).length > line.split(best).length ? each : best,
    );
    const read = readCsv(text, separator, (_rule, place) => importProblem('pair.csv-quote', place));
    return read.ok ? { ok: true, value: read.value.map((record) => record.map((cell) => cell.text)) } : read;
  }
  const quoted = readCsv(text, '\t', (_rule, place) => importProblem('pair.csv-quote', place));
  if (quoted.ok) return { ok: true, value: quoted.value.map((record) => record.map((cell) => cell.text)) };
  const lines = text.split(/\r\n|[\n\r]/).filter((line) => line !== '');
  return { ok: true, value: lines.map((line) => line.split('\t')) };
}

/** What the first row of a table calls its columns. */
const headings = new Set(
  'fa fas per persian farsi فارسی en eng english انگلیسی source target src tgt مبدأ مبدا مقصد متن ترجمه translation'
    .split(' ')
    .map((word) => foldKey(word, 'tight')),
);

/** The two columns of a table that hold the texts: those whose languages are Persian and English, or else the first two
 *  that hold anything; with `chosen` the Persian and the English that it says. What is left out is remarked: a row of headings, further columns, cells that are empty. */
export function twoColumns(cells: readonly (readonly string[])[], chosen?: TableColumns): Checked<Table> {
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const worded = (text: string | undefined) => /[\p{L}\p{N}]/u.test(text ?? '');
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    cells.some((row) => worded(row[column])),
  );
  const [one, two] = columns;
  if (one === undefined || two === undefined) return refused('pair.one-column');
  const languages = new Map<number, TextLanguage>();
  for (const column of columns) languages.set(column, languageOf(cells.map((row) => row[column] ?? '')));
  const persian = columns.find((column) => languages.get(column) === 'fa');
  const english = columns.find((column) => languages.get(column) === 'en');
  const { fa, en } = chosen?.places ?? {};
  if (chosen && (fa === undefined || en === undefined || Math.max(fa, en) >= width)) return refused('pair.one-column');
  const found =
    persian !== undefined && english !== undefined
      ? ([Math.min(persian, english), Math.max(persian, english)] as const)
      : ([one, two] as const);
  const [left, right] = fa !== undefined && en !== undefined ? [fa, en] : found;

  const remarks: Problem[] = [];
  const others = columns.length - 2;
  if (others > 0) remarks.push(importProblem('pair.columns-left', { values: { count: others } }));
  const rows = cells
    .map((row) => [row[left] ?? '', row[right] ?? ''] as const)
    .filter(([a, b]) => worded(a) || worded(b));
  const [first] = rows;
  const isHeading = chosen?.header ?? first?.every((cell) => headings.has(foldKey(cell, 'tight'))) ?? false;
  if (isHeading) remarks.push(importProblem('pair.heading-left', { values: { heading: first?.join(' · ') ?? '' } }));
  const kept = isHeading ? rows.slice(1) : rows;
  const missing = kept.filter(([a, b]) => !worded(a) || !worded(b)).length;
  if (missing > 0) remarks.push(importProblem('pair.cells-missing', { values: { count: missing } }));
  return { ok: true, value: { rows: kept, places: [left, right], header: isHeading, cells, remarks } };
}
