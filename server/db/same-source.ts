import type { Reader } from './database.ts';
import type { StoredSegment } from './segment.ts';

/** A segment with the Persian of those beside it; `null` at an edge. */
export interface PlacedSegment
  extends Pick<
    StoredSegment,
    'document_id' | 'id' | 'source' | 'rendering' | 'status' | 'origin' | 'left_out' | 'source_from'
  > {
  readonly before: string | null;
  readonly after: string | null;
}

/** Segments that are told. */
const MOST = 2000;

/** The segments of documents whose Persian folds to `key`, in the order of the documents. */
export async function sameSources(
  reader: Reader,
  documents: readonly string[],
  key: string,
): Promise<readonly PlacedSegment[]> {
  const found: PlacedSegment[] = [];
  if (key === '') return found;
  for (const document of documents) {
    const rows = await reader
      .selectFrom('segment')
      .select(['document_id', 'id', 'source', 'rendering', 'status', 'origin', 'left_out', 'source_from'])
      .select((row) => [
        row
          .selectFrom('segment as previous')
          .select('previous.source')
          .whereRef('previous.document_id', '=', 'segment.document_id')
          .whereRef('previous.source_from', '<', 'segment.source_from')
          .where('previous.source', '!=', '')
          .orderBy('previous.source_from', 'desc')
          .limit(1)
          .as('before'),
        row
          .selectFrom('segment as next')
          .select('next.source')
          .whereRef('next.document_id', '=', 'segment.document_id')
          .whereRef('next.source_from', '>', 'segment.source_from')
          .where('next.source', '!=', '')
          .orderBy('next.source_from')
          .limit(1)
          .as('after'),
      ])
      .where('document_id', '=', document)
      .where('source_key', '=', key)
      .orderBy('source_from')
      .limit(MOST)
      .execute();
    found.push(...rows);
  }
  return found;
}
