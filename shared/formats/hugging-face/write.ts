import { lacking, type Writer, wellFormed } from '../corpus/format.ts';
import type { CorpusRow, ExportOptions } from '../corpus/row.ts';
import { jsonLine } from '../jsonl/line.ts';

/** JSON Lines as the `translation` feature of Hugging Face's datasets has them: both texts in one column, under the two-letter codes
 *  of their languages, and beside it what each row is. Offsets of mentions are UTF-16 units of their text. */
export function huggingFace(_: ExportOptions): Writer {
  return {
    files: [{ ending: 'jsonl', mediaType: 'application/jsonl; charset=utf-8' }],
    needs: ['fa', 'en'],
    fittings: [wellFormed],
    losses: lacking('link', 'remark', 'alignment', 'taken'),
    open: [''],
    row: (row) => [jsonLine(pair(row))],
    close: () => [''],
  };
}

/** The same rows in Apache Parquet, as Hugging Face's datasets load them: `translation` is a struct of two texts, `mentions` a list of
 *  structs; every text is UTF-8. What has no value is null. */
export function parquet(options: ExportOptions): Writer {
  return {
    ...huggingFace(options),
    files: [{ ending: 'parquet', mediaType: 'application/vnd.apache.parquet', packing: 'parquet' }],
    shown: (row) => jsonLine(pair(row)),
  };
}

function pair({ document, title, segment, fa, en, status, origin, mentions }: CorpusRow): object {
  return {
    id: `${document}:${segment}`,
    document,
    title,
    segment,
    translation: { fa, en },
    state: status,
    origin,
    mentions,
  };
}
