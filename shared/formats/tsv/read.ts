import { type Kind, kinds } from '../../core/outline.ts';
import type { Problem } from '../../core/problem.ts';
import { type Origin, origins, type Status, statuses } from '../../core/status.ts';
import { corpusProblem } from '../corpus/problems.ts';
import { type Batch, batch, oneFile, type PieceReader } from '../corpus/reading.ts';
import type { CorpusRow } from '../corpus/row.ts';
import { toldRows } from '../corpus/told-row.ts';
import { type Line, LineReader } from '../text/lines.ts';
import { type Column, type ColumnPlaces, foundColumns, namedColumns } from './columns.ts';
import { quotedRecords, type RecordReader, type TableRecord, tabRecords } from './records.ts';

/** Reads tab-separated values. Where the first line names the columns of `tsv`, all of them are read; else two columns are, the
 *  ones that hold Persian and English. */
export const tsvFile = oneFile('tsv', (name) => tableReader(name, tabRecords()));

/** Reads comma-separated values (RFC 4180), also those with semicolons or tabs, in the same way. */
export const csvFile = oneFile('csv', (name) => tableReader(name, quotedRecords()));

/** Rows by which the columns of a table without a head are told apart. */
const SAMPLE = 50;

function tableReader(name: string, records: RecordReader): PieceReader {
  const lines = new LineReader();
  const row = toldRows(name);
  let places: ColumnPlaces | null = null;
  let width = 0;
  let waiting: TableRecord[] = [];
  let isFirst = true;

  /** Rows of records whose columns are known. */
  function rowsOf(some: readonly TableRecord[], found: ColumnPlaces): Batch {
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
    if (waiting.length === 0 || (waiting.length < SAMPLE && !isEnd)) return batch({});
    places = foundColumns(waiting.map(({ cells }) => cells));
    if (places === null) return batch({ problems: [corpusProblem('table.columns', { line: waiting[0]?.line ?? 1 })] });
    const some = waiting;
    waiting = [];
    return rowsOf(some, places);
  }

  function take(found: readonly Line[]): Batch {
    const problems: Problem[] = [];
    const some: TableRecord[] = [];
    for (const line of found) {
      const record = records.next(line);
      if (record === null) continue;
      if ('rule' in record) problems.push(record);
      else if (isFirst) {
        isFirst = false;
        places = namedColumns(record.cells);
        if (places === null) some.push(record);
        else width = record.cells.length;
      } else some.push(record);
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
      const open = records.end();
      const empty = isFirst ? corpusProblem('table.empty') : null;
      const rest = places === null ? decide(true) : batch({});
      return {
        rows: [...last.rows, ...rest.rows],
        warnings: [...last.warnings, ...rest.warnings],
        problems: [...last.problems, ...rest.problems, ...[open, empty].filter((problem) => problem !== null)],
      };
    },
  };
}

/** The cells of a record by their columns. */
class Cells {
  readonly problems: Problem[] = [];

  private readonly cells: readonly string[];
  private readonly places: ColumnPlaces;
  private readonly line: number;

  constructor(cells: readonly string[], places: ColumnPlaces, line: number) {
    this.cells = cells;
    this.places = places;
    this.line = line;
  }

  text(column: Column): string | undefined {
    const place = this.places.get(column);
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

  private filled(column: Column): string | undefined {
    return this.text(column) || undefined;
  }

  private count(column: Column): number | undefined {
    const text = this.filled(column);
    if (text === undefined || /^\d{1,15}$/.test(text)) return text === undefined ? undefined : Number(text);
    return this.refuse(column, 'a whole number from 0', text);
  }

  private oneOf<T extends string>(column: Column, known: readonly T[]): T | undefined {
    const text = this.filled(column);
    const found = known.find((each) => each === text);
    if (text === undefined || found !== undefined) return found;
    return this.refuse(column, `one of ${known.join(', ')}`, text);
  }

  private refuse(column: Column, expected: string, value: string): undefined {
    const place = (this.places.get(column) ?? 0) + 1;
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
