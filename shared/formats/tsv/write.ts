import { lacking, type Writer, wellFormed } from '../corpus/format.ts';
import { columns, record } from '../corpus/record.ts';
import type { ExportOptions } from '../corpus/row.ts';
import { tsvCell } from './cell.ts';

/** Tab-separated values (IANA text/tab-separated-values) in UTF-8: a header row, then one line a segment, each line ended
 *  by LF. Inside a cell a backslash, a tab, LF and CR are written `\\`, `\t`, `\n` and `\r`; everything else stands as it
 *  is, unquoted. Text is never changed for the sake of a spreadsheet: a rendering that begins with `=`, `+`, `-` or `@`
 *  is kept, so import such a file with its columns set to "text". A byte order mark is written only when asked for. */
export function tsv({ bom = false }: Pick<ExportOptions, 'bom'>): Writer {
  return {
    files: [{ ending: 'tsv', mediaType: 'text/tab-separated-values; charset=utf-8' }],
    needs: [],
    fittings: [wellFormed],
    losses: lacking('mention', 'link', 'remark', 'alignment'),
    open: [`${bom ? '\ufeff' : ''}${columns.join('\t')}\n`],
    row: (row) => [
      `${Object.values(record(row))
        .map((value) => tsvCell(String(value ?? '')))
        .join('\t')}\n`,
    ],
    close: () => [''],
  };
}
