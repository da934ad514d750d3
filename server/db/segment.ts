import type { Insertable, Selectable } from 'kysely';
import type { Span } from '../../shared/core/span.ts';
import { inBatches, insertInBatches } from './batch.ts';
import type { Reader, SegmentTable, Writer } from './database.ts';

export type SegmentRow = Insertable<SegmentTable>;

/** Some twenty columns each: well below the parameters that SQLite and PostgreSQL take in one statement. */
const BATCH = 250;

/** Adds rows, in place of those of the same segments. */
export function putSegments(trx: Writer, rows: readonly SegmentRow[]): Promise<void> {
  return insertInBatches(trx, rows, BATCH, (batch) =>
    trx
      .insertInto('segment')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['document_id', 'id']).doUpdateSet((row) => ({
          source_from: row.ref('excluded.source_from'),
          source_to: row.ref('excluded.source_to'),
          paragraph: row.ref('excluded.paragraph'),
          statement: row.ref('excluded.statement'),
          kind: row.ref('excluded.kind'),
          source: row.ref('excluded.source'),
          source_key: row.ref('excluded.source_key'),
          name_starts: row.ref('excluded.name_starts'),
          rendering: row.ref('excluded.rendering'),
          rendering_key: row.ref('excluded.rendering_key'),
          status: row.ref('excluded.status'),
          origin: row.ref('excluded.origin'),
          words: row.ref('excluded.words'),
          links: row.ref('excluded.links'),
          turn: row.ref('excluded.turn'),
          alignment: row.ref('excluded.alignment'),
          score: row.ref('excluded.score'),
          left_out: row.ref('excluded.left_out'),
          taken: row.ref('excluded.taken'),
        })),
      ),
  );
}

export function removeSegments(trx: Writer, document: string, ids: readonly string[]): Promise<void> {
  return inBatches(ids, BATCH, (batch) =>
    trx.deleteFrom('segment').where('document_id', '=', document).where('id', 'in', batch).execute(),
  );
}

export async function clearSegments(trx: Writer, document: string): Promise<void> {
  await trx.deleteFrom('segment').where('document_id', '=', document).execute();
}

export type StoredSegment = Selectable<SegmentTable>;

/** Segments that begin in a range of the source, in their order. */
export function segmentsFrom(reader: Reader, document: string, { from, to }: Span): Promise<readonly StoredSegment[]> {
  return reader
    .selectFrom('segment')
    .selectAll()
    .where('document_id', '=', document)
    .where('source_from', '>=', from)
    .where('source_from', '<', to)
    .orderBy('source_from')
    .orderBy('turn')
    .execute();
}

/** The next segments of a document in its order, behind `last`. */
export function segmentsAfter(
  reader: Reader,
  document: string,
  last: Pick<StoredSegment, 'source_from' | 'turn'> | undefined,
  limit: number,
): Promise<readonly StoredSegment[]> {
  const query = reader
    .selectFrom('segment')
    .selectAll()
    .where('document_id', '=', document)
    .orderBy('source_from')
    .orderBy('turn')
    .limit(limit);
  if (!last) return query.execute();
  return query
    .where('source_from', '>=', last.source_from)
    .where((row) => row.or([row('source_from', '>', last.source_from), row('turn', '>', last.turn)]))
    .execute();
}
