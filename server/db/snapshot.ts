import type { Selectable } from 'kysely';
import type { Mark } from '../../shared/wire/step.ts';
import type { Reader, SnapshotTable, Writer } from './database.ts';
import { markOf } from './mark.ts';

export interface NewSnapshot {
  readonly document: string;
  readonly version: number;
  /** The mark of the version that it was made of. */
  readonly mark: Mark;
  /** The version of the schema that it is written in. */
  readonly schema: number;
  readonly at: number;
  readonly body: Uint8Array;
}

/** Stores a snapshot; one that is there already stays. False where the document has another version of that number by now, or
 *  none: then nothing is stored. */
export async function insertSnapshot(
  trx: Writer,
  { document, version, mark, schema, at, body }: NewSnapshot,
): Promise<boolean> {
  // Whoever puts older rows back waits for the end of this transaction.
  await trx.selectFrom('document').select('id').where('id', '=', document).forUpdate().execute();
  if ((await markOf(trx, document, version)) !== mark) return false;
  await trx
    .insertInto('snapshot')
    .values({ document_id: document, version, schema_version: schema, at, body })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

/** Which version a stored snapshot is of, by its mark too, and which schema it is written in. */
export interface SnapshotPlace {
  readonly version: number;
  readonly mark: Mark;
  readonly schema: number;
}

/** The newest snapshot at or before `version`. Its bytes and its mark are read at one moment. */
export async function nearestSnapshot(
  reader: Reader,
  document: string,
  version: number,
): Promise<(SnapshotPlace & Pick<Selectable<SnapshotTable>, 'body'>) | undefined> {
  const row = await nearest(reader, document, version).select('snapshot.body').executeTakeFirst();
  return row && { ...placeOf(document, row), body: row.body };
}

/** Where the newest snapshot at or before `version` is. */
export async function nearestSnapshotPlace(
  reader: Reader,
  document: string,
  version: number,
): Promise<SnapshotPlace | undefined> {
  const row = await nearest(reader, document, version).executeTakeFirst();
  return row && placeOf(document, row);
}

function nearest(reader: Reader, document: string, version: number) {
  return reader
    .selectFrom('snapshot')
    .leftJoin('step', (join) =>
      join.onRef('step.document_id', '=', 'snapshot.document_id').onRef('step.version', '=', 'snapshot.version'),
    )
    .select(['snapshot.version', 'snapshot.schema_version', 'step.mark'])
    .where('snapshot.document_id', '=', document)
    .where('snapshot.version', '<=', version)
    .orderBy('snapshot.version', 'desc')
    .limit(1);
}

function placeOf(
  document: string,
  { version, mark, schema_version: schema }: { version: number; mark: Mark; schema_version: number },
): SnapshotPlace {
  return { version, mark: version === 0 ? document : mark, schema };
}
