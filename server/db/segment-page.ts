import { type Selectable, sql } from 'kysely';
import type { Reader, SegmentTable } from './database.ts';
import type { Engine } from './store.ts';

/** The columns that an export reads: without the folded keys, which are as long as the texts. */
const columns = [
  'id',
  'source_from',
  'source_to',
  'paragraph',
  'statement',
  'kind',
  'source',
  'rendering',
  'status',
  'origin',
  'links',
  'turn',
  'alignment',
  'score',
  'left_out',
  'taken',
] as const satisfies readonly (keyof SegmentTable)[];

/** A segment as an export reads it. */
export type SegmentRow = Pick<Selectable<SegmentTable>, (typeof columns)[number]>;

/** The next segments of a document in its order, behind `last`. SQLite gives a page as one text of JSON: each value that crosses
 *  over from it by itself costs more than its part of that text, which is parsed at once. */
export async function segmentPage(
  reader: Reader,
  engine: Engine,
  document: string,
  last: Pick<SegmentRow, 'source_from' | 'turn'> | undefined,
  limit: number,
): Promise<readonly SegmentRow[]> {
  const all = reader
    .selectFrom('segment')
    .select(columns)
    .where('document_id', '=', document)
    .orderBy('source_from')
    .orderBy('turn')
    .limit(limit);
  const query = last
    ? all
        .where('source_from', '>=', last.source_from)
        .where((row) => row.or([row('source_from', '>', last.source_from), row('turn', '>', last.turn)]))
    : all;
  if (engine === 'postgres') return query.execute();
  const refs = sql.join(columns.map((column) => sql.ref(column)));
  const page = await reader
    .selectFrom(query.as('page'))
    .select(sql<string>`json_group_array(json_array(${refs}))`.as('rows'))
    .executeTakeFirstOrThrow();
  return (JSON.parse(page.rows) as readonly unknown[][]).map(rowOf);
}

function rowOf(values: readonly unknown[]): SegmentRow {
  const row: Record<string, unknown> = {};
  for (let at = 0; at < columns.length; at++) row[columns[at] as string] = values[at];
  return row as unknown as SegmentRow;
}
