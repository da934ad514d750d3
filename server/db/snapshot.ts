import type { Selectable } from 'kysely';
import { SCHEMA_VERSION } from '../../shared/doc/model/schema.ts';
import type { Reader, SnapshotTable, Writer } from './database.ts';

export interface NewSnapshot {
  readonly document: string;
  readonly version: number;
  readonly at: number;
  readonly body: Uint8Array;
}

/** Stores a snapshot; one that is there already stays. */
export async function insertSnapshot(trx: Writer, { document, version, at, body }: NewSnapshot): Promise<void> {
  await trx
    .insertInto('snapshot')
    .values({ document_id: document, version, schema_version: SCHEMA_VERSION, at, body })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The newest snapshot at or before `version`. */
export function nearestSnapshot(
  reader: Reader,
  document: string,
  version: number,
): Promise<Selectable<SnapshotTable> | undefined> {
  return reader
    .selectFrom('snapshot')
    .selectAll()
    .where('document_id', '=', document)
    .where('version', '<=', version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}
