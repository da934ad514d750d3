import { CsvError, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecord, readCsv, type Separator } from '../../../shared/formats/text/csv.ts';

const separators = fc.constantFrom<Separator>(',', ';', '\t');

/** The cells of each record, or where and by which rule a text is refused. */
function read(text: string, separator: Separator): readonly (readonly string[])[] | string {
  const found = readCsv(text, separator, (rule, { line, column }) => {
    return { line, column, element: '', rule, message: '', remedy: '' };
  });
  if (!found.ok) return found.problems.map(({ rule, line, column }) => `${rule} ${line}:${column}`).join();
  return found.value.map((record) => record.map((cell) => cell.text));
}

/** The same by csv-parse, which knows neither where a cell stands nor where a quote began. */
function readByOther(text: string, delimiter: Separator): readonly (readonly string[])[] | null {
  const options = { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true };
  try {
    const records: readonly (readonly string[])[] = parse(text, options);
    return records.filter((record) => record.some((cell) => cell !== ''));
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

describe('comma-separated values', () => {
  it('are read as csv-parse reads them, and refused where it refuses them', () => {
    const unit = fc.constantFrom('a', 'ب', '"', '""', ' ', ',', ';', '\t', '\n', '\r', '\r\n', '\u200c', '😀');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 14 }), separators, (text, separator) => {
        const own = read(text, separator);
        expect(typeof own === 'string' ? null : own).toEqual(readByOther(text, separator));
      }),
      { numRuns: 1000 },
    );
  });

  it('that are written are read back by csv-parse', () => {
    const cells = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(cells), (records) => {
        const told = records.filter((record) => record.some((cell) => cell !== ''));
        expect(readByOther(records.map(csvRecord).join(''), ',')).toEqual(told);
      }),
    );
  });

  it.each([
    ['a,b\r\nc,"d\r\ne', 'csv.quote-open 2:3'],
    ['a,b\r\nc,d"e', 'csv.quote-inside 2:4'],
    ['a,b\rc,"d"e', 'csv.quote-after 2:6'],
  ])('%j is refused where the quote stands', (text, told) => {
    expect(read(text, ',')).toBe(told);
  });
});
