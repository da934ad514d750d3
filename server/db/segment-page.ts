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
  return (JSON.parse(page.rows) as readonly SegmentValues[]).map(rowOf);
}

/** The values of a row in the order of `columns`. */
type SegmentValues = ValuesOf<typeof columns>;
type ValuesOf<Names extends readonly (keyof SegmentRow)[]> = {
  readonly [Index in keyof Names]: SegmentRow[Names[Index]];
};

/** Written out: rows that are filled in name by name are slow to make, and slow to read. */
function rowOf(values: SegmentValues): SegmentRow {
  return {
    id: values[0],
    source_from: values[1],
    source_to: values[2],
    paragraph: values[3],
    statement: values[4],
    kind: values[5],
    source: values[6],
    rendering: values[7],
    status: values[8],
    origin: values[9],
    links: values[10],
    turn: values[11],
    alignment: values[12],
    score: values[13],
    left_out: values[14],
    taken: values[15],
  };
}
