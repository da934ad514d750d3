import type { Reader } from './database.ts';
import type { UnitRow } from './memory.ts';

/** The Persian on both sides of a unit: of its segment in its document as it is now, or of the units beside it in an imported memory,
 *  which keeps the order of its file; `null` at an edge. */
export async function neighboursOf(
  reader: Reader,
  memory: string,
  { number, document_id: document, segment }: UnitRow,
): Promise<{ readonly before: string | null; readonly after: string | null }> {
  if (document === null || segment === null) {
    const rows = await reader
      .selectFrom('memory_unit')
      .select(['number', 'source'])
      .where('memory_id', '=', memory)
      .where('number', 'in', [number - 1, number + 1])
      .where('removed', '=', 0)
      .execute();
    const at = (place: number) => rows.find((row) => row.number === place)?.source ?? null;
    return { before: at(number - 1), after: at(number + 1) };
  }
  const place = await reader
    .selectFrom('segment')
    .select(['source_from', 'turn'])
    .where('document_id', '=', document)
    .where('id', '=', segment)
    .executeTakeFirst();
  if (!place) return { before: null, after: null };
  // Rows without Persian are no neighbours.
  const sources = reader
    .selectFrom('segment')
    .select('source')
    .where('document_id', '=', document)
    .where('source', '!=', '');
  const before = await sources
    .where('source_from', '<', place.source_from)
    .orderBy('source_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  const after = await sources
    .where('source_from', '>', place.source_from)
    .orderBy('source_from')
    .limit(1)
    .executeTakeFirst();
  return { before: before?.source ?? null, after: after?.source ?? null };
}

/** What documents are called. */
export async function titlesOf(reader: Reader, documents: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (documents.length === 0) return new Map();
  const rows = await reader.selectFrom('document').select(['id', 'title']).where('id', 'in', documents).execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}
