import type { Label } from '../../core/label.ts';
import type { Checked, Problem } from '../../core/problem.ts';
import type { EntityRecord } from '../../names/entity/entity.ts';
import { nameKey } from '../../names/entity/name.ts';
import { type Cell, csvRecord, readCsv, type Separator } from '../text/csv.ts';
import { guarded, trimmed, writeNames } from './cell.ts';
import { registryProblem } from './problems.ts';
import { type RegistryColumn, type RegistryRow, readRow, registryColumns } from './row.ts';

/** What a file of entities says. Warnings tell what was left out and what may mean two things. */
export interface RegistryFile {
  readonly entities: readonly EntityRecord[];
  readonly warnings: readonly Problem[];
}

/** Nobody reads more of a kind. */
const MOST = 50;

/** Entities as comma-separated values (RFC 4180): the line of `registryColumns`, then one line each, all ended by CR LF, in
 *  the order given. `readRegistry` gives the same entities back. */
export function writeRegistry(entities: readonly EntityRecord[]): string {
  const lines = entities.map(({ label, fa, en, faOther, enOther, wikidata, note }) => [
    ...[label, fa, en, writeNames(faOther), writeNames(enOther), wikidata ?? '', note],
  ]);
  return [registryColumns, ...lines].map((cells) => csvRecord(cells.map(guarded))).join('');
}

/** The entities of a file that has the columns `registryColumns`, in any order, parted by commas, semicolons or tabs (as
 *  spreadsheets of other countries do), or by what a first line `sep=;` says. Marks before the first line are dropped.
 *  Names are kept letter by letter, only without spaces at their edges. Anything that cannot be read is a problem with its line and column, and nothing is read then. */
export function readRegistry(text: string, labels: readonly Label[]): Checked<RegistryFile> {
  const table = tableOf(text);
  if (!table.ok) return table;
  const [head, ...records] = table.value;
  const columns = columnsOf(head ?? []);
  if (!columns.ok) return columns;

  const { at, warnings, width } = columns.value;
  const long = records.filter((record) => record.length > width);
  const rows = records.map((record) => readRow(record, at, labels));
  return checkedFile(
    rows,
    warnings,
    long.map((record) => tooLong(record, width)),
  );
}

/** The records of a table whose cells are parted by commas, semicolons or tabs, or by what a first line `sep=;` says. */
export function tableOf(text: string): Checked<readonly (readonly Cell[])[]> {
  const content = text.replace(marks, '');
  const declared = /^"?sep=([,;\t])"?[ \t]*(?=[\r\n])/i.exec(content);
  // The line stays a line, so that every place is where the file has it.
  return readCsv(
    declared === null ? content : content.slice(declared[0].length),
    (declared?.[1] as Separator | undefined) ?? separatorOf(content),
    registryProblem,
  );
}

/** The entities of rows that were read, without those that say the same again, or all that is wrong with them. */
export function checkedFile(
  rows: readonly RegistryRow[],
  warnings: readonly Problem[] = [],
  found: readonly Problem[] = [],
): Checked<RegistryFile> {
  const problems = [...found, ...rows.flatMap((row) => row.problems)].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST) };

  const { kept, repeated } = withoutRepeats(rows);
  const all = [...warnings, ...rows.flatMap((row) => row.warnings), ...repeated, ...sharedNames(kept)];
  return { ok: true, value: { entities: kept.map(({ entity }) => entity), warnings: all.slice(0, MOST) } };
}

/** A byte order mark, and marks of direction that some programs put before a line of Persian. */
const marks = /^[\ufeff\u200b\u200e\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069]+/;

/** The separator that the first line has most of. */
function separatorOf(text: string): Separator {
  const [line = ''] = text.split(/[\r\n]/, 1);
  const count = (separator: Separator) => line.split(separator).length;
  const separators: readonly Separator[] = [',', ';', '\t'];
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best));
}

interface Columns {
  readonly at: ReadonlyMap<RegistryColumn, number>;
  readonly width: number;
  readonly warnings: readonly Problem[];
}

function columnsOf(head: readonly Cell[]): Checked<Columns> {
  const columns = registryColumns.join(',');
  if (head.length === 0) return { ok: false, problems: [registryProblem('registry.empty', { values: { columns } })] };
  const at = new Map<RegistryColumn, number>();
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  head.forEach(({ text, line, column }, index) => {
    const name = trimmed(text).toLowerCase();
    const known = registryColumns.find((each) => each === name);
    const place = { line, column, element: text, values: { name: text, columns } };
    if (!known) warnings.push(registryProblem('registry.column-unknown', place));
    else if (at.has(known)) problems.push(registryProblem('registry.column-twice', place));
    else at.set(known, index);
  });
  const missing = registryColumns.filter((column) => !at.has(column));
  if (missing.length > 0) {
    const values = { missing: missing.map((column) => `"${column}"`).join(', '), columns };
    problems.push(registryProblem('registry.columns', { line: 1, element: missing.join(','), values }));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { at, width: head.length, warnings } };
}

function tooLong(record: readonly Cell[], limit: number): Problem {
  return registryProblem('registry.cells', { line: record[0]?.line ?? 1, values: { count: record.length, limit } });
}

/** Of lines that say the same, the first. */
function withoutRepeats(rows: readonly RegistryRow[]) {
  const lines = new Map<string, number>();
  const repeated: Problem[] = [];
  const kept = rows.filter(({ line, entity }) => {
    const said = JSON.stringify(entity);
    const other = lines.get(said);
    if (other === undefined) lines.set(said, line);
    else repeated.push(registryProblem('registry.repeated-row', { line, values: { other } }));
    return other === undefined;
  });
  return { kept, repeated };
}

/** Names that two lines have on the same side, in any spelling. */
function sharedNames(rows: readonly RegistryRow[]): readonly Problem[] {
  const owners = new Map<string, number>();
  return rows.flatMap(({ line, entity: { fa, en, faOther, enOther } }) => {
    const sides = { fa: [fa, ...faOther.map(({ name }) => name)], en: [en, ...enOther.map(({ name }) => name)] };
    return Object.entries(sides).flatMap(([side, names]) =>
      names.flatMap((name) => {
        const key = `${side} ${nameKey(name)}`;
        const other = owners.get(key) ?? line;
        owners.set(key, other);
        return name === '' || other === line
          ? []
          : [registryProblem('registry.shared-name', { line, element: side, values: { name, other } })];
      }),
    );
  });
}
