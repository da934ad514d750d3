import type { Problem } from '../../core/problem.ts';
import { corpusProblem } from '../corpus/problems.ts';
import { type CsvRule, readCsv, type Separator, type TextPlace } from '../text/csv.ts';
import { type Line, MAX_LINE } from '../text/lines.ts';
import { tsvText } from './cell.ts';

/** A record of a table and the line that it begins on. */
export interface TableRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Makes records of lines: `null` while a quoted cell goes on, and for an empty line. */
export interface RecordReader {
  next(line: Line): TableRecord | Problem | null;
  /** What is wrong with the end of the file. */
  end(): Problem | null;
}

/** Tab-separated values as Radif writes them: a line is a record, quotes are characters like others, and the escapes of `tsvCell`
 *  are read. */
export function tabRecords(): RecordReader {
  return {
    next({ number, text, isLong }) {
      if (isLong) return corpusProblem('lines.long', { line: number, values: { limit: MAX_LINE } });
      return text === '' ? null : { line: number, cells: text.split('\t').map(tsvText) };
    },
    end: () => null,
  };
}

/** Records whose cells may be quoted (RFC 4180). What parts the cells the first line says: a comma, a semicolon or a tab. */
export function quotedRecords(): RecordReader {
  let separator: Separator | null = null;
  let begun: string[] = [];
  let start = 0;
  let length = 0;
  let isOpen = false;
  const problem = (_rule: CsvRule, { line, column }: TextPlace) =>
    corpusProblem('table.quote', { line: line + start - 1, column });
  return {
    next({ number, text, end, isLong }) {
      length += text.length;
      if (isLong || length > MAX_LINE) {
        return corpusProblem('lines.long', { line: number, values: { limit: MAX_LINE } });
      }
      if (separator === null) {
        const told = /^sep=([,;\t])$/.exec(text)?.[1];
        separator = told === undefined ? mostFrequent(text) : (told as Separator);
        if (told !== undefined) return null;
      }
      if (begun.length === 0) start = number;
      if (count(text, '"') % 2 === 1) isOpen = !isOpen;
      begun.push(text, end);
      if (isOpen) return null;
      const read = readCsv(begun.slice(0, -1).join(''), separator, problem);
      begun = [];
      length = 0;
      if (!read.ok) return read.problems[0] ?? null;
      const [record] = read.value;
      return record === undefined ? null : { line: start, cells: record.map((cell) => cell.text) };
    },
    end: () => (isOpen ? corpusProblem('table.quote', { line: start, column: 1 }) : null),
  };
}

function mostFrequent(line: string): Separator {
  return ([',', ';', '\t'] as const).reduce((best, each) => (count(line, each) > count(line, best) ? each : best));
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
