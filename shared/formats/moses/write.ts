import { sameLengthLine } from '../corpus/aligned-words.ts';
import { type Fitting, lacking, unnamed, type Writer, wellFormed } from '../corpus/format.ts';
import type { ExportOptions } from '../corpus/row.ts';

/** Readers of line-by-line corpora disagree on what ends a line (Python's `splitlines` knows ten characters), so no
 *  control but the tab, no U+2028 and no U+2029 stays inside one. */
const oneLine: Fitting = { ...sameLengthLine, pattern: /\r\n|(?!\t)[\p{Cc}\p{Zl}\p{Zp}]/gu };

/** The pair of files that Moses and most trainers read: UTF-8, one segment a line, line n of one the rendering of line n
 *  of the other; named by their language tags. */
export function moses({ fa, en }: Pick<ExportOptions, 'fa' | 'en'>): Writer {
  const mediaType = 'text/plain; charset=utf-8';
  return {
    files: [
      { ending: fa, mediaType },
      { ending: en, mediaType },
    ],
    needs: ['fa', 'en'],
    fittings: [oneLine, wellFormed],
    losses: lacking('mention', 'link', 'remark', 'alignment', 'taken', 'status', ...unnamed),
    open: ['', ''],
    row: (row) => [`${row.fa}\n`, `${row.en}\n`],
    close: () => ['', ''],
  };
}
