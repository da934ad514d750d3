import type { Kind } from '../../core/outline.ts';
import type { Origin, Status } from '../../core/status.ts';
import { columnNames } from '../../core/table-columns.ts';
import type { CorpusRow } from './row.ts';

/** A row as TSV and JSON Lines name it, without its mentions. `document` is its id. `paragraph` and `statement` count from 0; `from` and `to` are UTF-16 offsets in
 *  the source of the document. */
export interface CorpusRecord {
  readonly document: string;
  readonly title: string;
  readonly version: number;
  readonly segment: string;
  readonly paragraph: number;
  readonly statement: number;
  readonly kind: Kind;
  readonly fa: string;
  readonly en: string;
  readonly state: Status;
  readonly origin: Origin | null;
  readonly from: number;
  readonly to: number;
}

/** The fields of a record, in the order in which every record has them. */
export const columns = columnNames satisfies readonly (keyof CorpusRecord)[];

/** The record of a row, its fields in the order of `columns`. */
export function record(row: CorpusRow): CorpusRecord {
  const { document, title, version, segment, paragraph, statement, kind, fa, en, status, origin, from, to } = row;
  return { document, title, version, segment, paragraph, statement, kind, fa, en, state: status, origin, from, to };
}
