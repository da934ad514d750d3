import { lacking, type Writer, wellFormed } from '../corpus/format.ts';
import { columns, record } from '../corpus/record.ts';
import type { ExportOptions } from '../corpus/row.ts';
import { csvCell, tsvCell } from './cell.ts';

/** Tab-separated values (IANA text/tab-separated-values) in UTF-8: a header row, then one line a segment, each line ended
 *  by LF. Inside a cell a backslash, a tab, LF and CR are written `\\`, `\t`, `\n` and `\r`; everything else stands as it
 *  is: a quotation mark is a character like others, and `csv` is the format for programs that take it for more. Text is never changed for the sake of a spreadsheet: a rendering that begins with `=`, `+`, `-` or `@`
 *  is kept, so import such a file with its columns set to "text". A byte order mark is written only when asked for. */
export function tsv({ bom = false }: Pick<ExportOptions, 'bom'>): Writer {
  const line = (cells: readonly string[]) => `${cells.map(tsvCell).join('\t')}\n`;
  return table({ ending: 'tsv', mediaType: 'text/tab-separated-values; charset=utf-8' }, bom, line);
}

/** Comma-separated values (RFC 4180) in UTF-8 with the columns of `tsv`: what holds a comma, a quotation mark or a line break stands
 *  in quotation marks, and such a mark inside is doubled; each record is ended by CR LF. Text is never changed for the sake of a
 *  spreadsheet. */
export function csv({ bom = false }: Pick<ExportOptions, 'bom'>): Writer {
  const line = (cells: readonly string[]) => `${cells.map(csvCell).join(',')}\r\n`;
  return table({ ending: 'csv', mediaType: 'text/csv; charset=utf-8; header=present' }, bom, line);
}

function table(file: Writer['files'][number], bom: boolean, line: (cells: readonly string[]) => string): Writer {
  return {
    files: [file],
    needs: [],
    fittings: [wellFormed],
    losses: lacking('mention', 'link', 'remark', 'alignment', 'taken'),
    open: [`${bom ? '\ufeff' : ''}${line(columns)}`],
    row: (row) => [line(Object.values(record(row)).map((value) => String(value ?? '')))],
    close: () => [''],
  };
}
