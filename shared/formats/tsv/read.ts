import { type Kind, kinds } from '../../core/outline.ts';
import type { Problem } from '../../core/problem.ts';
import { type Origin, origins, type Status, statuses } from '../../core/status.ts';
import type { ColumnName, TableColumns } from '../../core/table-columns.ts';
import { corpusProblem } from '../corpus/problems.ts';
import { type Batch, batch, type FormatReader, oneFile, type PieceReader } from '../corpus/reading.ts';
import type { CorpusRow } from '../corpus/row.ts';
import { toldRows } from '../corpus/told-row.ts';
import { type Line, LineReader } from '../text/lines.ts';
import { hasHeader, isOwnHead, proposedColumns } from './columns.ts';
import { quotedRecords, type RecordReader, type TableRecord, tabRecords } from './records.ts';

/** Reads tab-separated values. Where the first line names the columns of `tsv`, all of them are read; else two columns are, the
 *  ones that hold Persian and English. */
export const tsvFile = tableFile('tsv');

/** Reads comma-separated values (RFC 4180), also those with semicolons or tabs, in the same way. */
export const csvFile = tableFile('csv');

const records = { tsv: tabRecords, csv: quotedRecords } as const;

/** Reads a table by columns that somebody has chosen, or else by those that it shows. */
export function tableFile(format: keyof typeof records, chosen?: TableColumns): FormatReader {
  return oneFile(format, (name) => tableReader(name, records[format](), chosen));
}

/** Rows by which the columns of a table are told apart. */
const SAMPLE = 50;

/** The first rows of a table, by which its columns are told. */
export async function firstRows(
  format: keyof typeof records,
  pieces: AsyncIterable<string>,
): Promise<readonly (readonly string[])[]> {
  const lines = new LineReader();
  const reader = records[format]();
  const rows: (readonly string[])[] = [];
  const take = (found: readonly Line[]) => {
    for (const line of found) {
      const record = reader.next(line);
      if (record !== null && 'cells' in record && rows.length < SAMPLE) rows.push(record.cells);
    }
  };
  for await (const piece of pieces) {
    take(lines.write(piece));
    if (rows.length >= SAMPLE) return rows;
  }
  take(lines.end());
  return rows;
}

function tableReader(name: string, reader: RecordReader, chosen: TableColumns | undefined): PieceReader {
  const lines = new LineReader();
  const row = toldRows(name);
  let places: TableColumns['places'] | null = null;
  let width = 0;
  let waiting: TableRecord[] = [];
  let isEmpty = true;
  /** Nothing is read of a table that has no columns to read: why is told once. */
  let isRefused = false;

  /** Rows of records whose columns are known. */
  function rowsOf(some: readonly TableRecord[], found: TableColumns['places']): Batch {
    const rows: CorpusRow[] = [];
    const warnings: Problem[] = [];
    const problems: Problem[] = [];
    for (const { line, cells } of some) {
      width ||= cells.length;
      if (cells.length !== width) {
        warnings.push(corpusProblem('table.cells', { line, values: { count: cells.length, expected: width } }));
      }
      const read = new Cells(cells, found, line);
      const told = { fa: read.text('fa') ?? '', en: read.text('en') ?? '', ...read.rest() };
      problems.push(...read.problems);
      if (told.fa.trim() + told.en.trim() !== '') rows.push(row(told));
    }
    return { rows, warnings, problems };
  }

  /** Learns from the first records which column holds what. */
  function decide(isEnd: boolean): Batch {
    const [first, ...rest] = waiting;
    if (first === undefined || (waiting.length < SAMPLE && !isEnd)) return batch({});
    const cells = waiting.map((record) => record.cells);
    const columns = chosen ?? proposedColumns(cells);
    const problem = columnProblem(columns, first, Math.max(...cells.map(({ length }) => length)));
    if (columns === null || problem !== null) {
      isRefused = true;
      return batch({ problems: problem === null ? [] : [problem] });
    }
    const isHeaded = hasHeader(cells, columns);
    places = columns.places;
    width = first.cells.length;
    const some = isHeaded ? rest : waiting;
    waiting = [];
    const found = rowsOf(some, places);
    const notes = chosen === undefined && isHeaded && !isOwnHead(first.cells) ? headNotes(first, columns) : [];
    return { ...found, warnings: [...notes, ...found.warnings] };
  }

  function take(found: readonly Line[]): Batch {
    if (isRefused) return batch({});
    const problems: Problem[] = [];
    const some: TableRecord[] = [];
    for (const line of found) {
      const record = reader.next(line);
      if (record === null) continue;
      isEmpty = false;
      if ('rule' in record) problems.push(record);
      else some.push(record);
    }
    if (problems.length > 0) return batch({ problems });
    if (places !== null) return rowsOf(some, places);
    waiting.push(...some);
    return decide(false);
  }

  return {
    write: (piece) => take(lines.write(piece)),
    end() {
      const last = take(lines.end());
      if (isRefused) return last;
      const open = reader.end();
      const empty = isEmpty ? corpusProblem('table.empty') : null;
      const rest = places === null ? decide(true) : batch({});
      return {
        rows: [...last.rows, ...rest.rows],
        warnings: [...last.warnings, ...rest.warnings],
        problems: [...last.problems, ...rest.problems, ...[open, empty].filter((problem) => problem !== null)],
      };
    },
  };
}

/** Why a table cannot be read by these columns; it is `width` columns wide. */
function columnProblem(columns: TableColumns | null, { line }: TableRecord, width: number): Problem | null {
  if (columns === null || (columns.places.fa === undefined && columns.places.en === undefined)) {
    return corpusProblem('table.columns', { line });
  }
  const beyond = Object.entries(columns.places).find(([, place]) => place >= width);
  if (beyond === undefined) return null;
  const [column, place] = beyond;
  return corpusProblem('table.place', { line, values: { column, number: place + 1, count: width } });
}

/** That a row was taken for the names of columns, which it may not be. */
function headNotes({ line, cells }: TableRecord, { places }: TableColumns): readonly Problem[] {
  const taken = Object.values(places);
  const left = cells.filter((cell, place) => cell.trim() !== '' && !taken.includes(place));
  const heading = cells.filter((_, place) => taken.includes(place)).join(' · ');
  return [
    corpusProblem('table.heading', { line, values: { heading: heading.slice(0, 200) } }),
    ...(left.length > 0
      ? [corpusProblem('table.left', { line, values: { count: left.length, columns: left.join(' · ').slice(0, 200) } })]
      : []),
  ];
}

/** The cells of a record by their columns. */
class Cells {
  readonly problems: Problem[] = [];

  private readonly cells: readonly string[];
  private readonly places: TableColumns['places'];
  private readonly line: number;

  constructor(cells: readonly string[], places: TableColumns['places'], line: number) {
    this.cells = cells;
    this.places = places;
    this.line = line;
  }

  text(column: ColumnName): string | undefined {
    const place = this.places[column];
    return place === undefined ? undefined : (this.cells[place] ?? '');
  }

  /** What the columns say beside the texts. */
  rest() {
    return {
      document: this.filled('document'),
      title: this.filled('title'),
      version: this.count('version'),
      segment: this.filled('segment'),
      paragraph: this.count('paragraph'),
      statement: this.count('statement'),
      kind: this.oneOf<Kind>('kind', kinds),
      status: this.oneOf<Status>('state', statuses),
      origin: this.text('origin') === '' ? null : this.oneOf<Origin>('origin', origins),
      from: this.count('from'),
      to: this.count('to'),
    };
  }

  private filled(column: ColumnName): string | undefined {
    return this.text(column) || undefined;
  }

  private count(column: ColumnName): number | undefined {
    const text = this.filled(column);
    if (text === undefined || /^\d{1,15}$/.test(text)) return text === undefined ? undefined : Number(text);
    return this.refuse(column, 'a whole number from 0', text);
  }

  private oneOf<T extends string>(column: ColumnName, known: readonly T[]): T | undefined {
    const text = this.filled(column);
    const found = known.find((each) => each === text);
    if (text === undefined || found !== undefined) return found;
    return this.refuse(column, `one of ${known.join(', ')}`, text);
  }

  private refuse(column: ColumnName, expected: string, value: string): undefined {
    const place = (this.places[column] ?? 0) + 1;
    this.problems.push(
      corpusProblem('table.value', {
        line: this.line,
        column: place,
        values: { column, expected, value: value.slice(0, 40) },
      }),
    );
    return undefined;
  }
}
