import type { Selectable } from 'kysely';
import type { Reader, SnapshotTable, Writer } from './database.ts';

export interface NewSnapshot {
  readonly document: string;
  readonly version: number;
  /** The version of the schema that it is written in. */
  readonly schema: number;
  readonly at: number;
  readonly body: Uint8Array;
}

/** Stores a snapshot; one that is there already stays. */
export async function insertSnapshot(trx: Writer, { document, version, schema, at, body }: NewSnapshot): Promise<void> {
  await trx
    .insertInto('snapshot')
    .values({ document_id: document, version, schema_version: schema, at, body })
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

/** Which version the newest snapshot at or before `version` is of, and which schema it is written in. */
export function nearestSnapshotVersion(
  reader: Reader,
  document: string,
  version: number,
): Promise<Pick<Selectable<SnapshotTable>, 'version' | 'schema_version'> | undefined> {
  return reader
    .selectFrom('snapshot')
    .select(['version', 'schema_version'])
    .where('document_id', '=', document)
    .where('version', '<=', version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}
