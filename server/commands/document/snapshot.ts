import { latestVersion } from '../../../shared/doc/model/migrations.ts';
import { isSame } from '../../../shared/wire/mark.ts';
import type { Mark } from '../../../shared/wire/step.ts';
import type { Context } from '../../context.ts';
import { documentHead } from '../../db/document.ts';
import { markOf } from '../../db/mark.ts';
import { insertSnapshot, nearestSnapshot } from '../../db/snapshot.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { packDocument } from '../../timeline/snapshot.ts';

/** A version of a document in one version of the schema. */
export interface SnapshotName {
  readonly document: string;
  readonly version: number;
  /** Its mark; without one the number is believed. */
  readonly mark?: Mark | undefined;
  readonly schema: number;
}

/** The document as it was at `version`: gzip of its JSON. The stored bytes, where there are any; a version that is asked for
 *  without is kept from then on. Throws `UnknownRecord` for what is not there. */
export async function documentSnapshot(
  { store, timeline, now }: Context,
  { document, version, mark, schema }: SnapshotName,
): Promise<Uint8Array> {
  const head = await documentHead(store.db, document);
  if (!head) throw new UnknownRecord('document', document);
  const found = await markOf(store.db, document, version);
  if (found === undefined || !isSame(mark, found)) throw new UnknownRecord('version', `${version}`);
  if (schema > latestVersion(timeline.editions)) throw new UnknownRecord('schema', `${schema}`);
  const stored = await nearestSnapshot(store.db, document, version);
  if (stored?.version === version && stored.mark === found && stored.schema === schema)
    return new Uint8Array(stored.body);
  const held = await timeline.at(store.db, document, version, schema);
  if (held.mark !== found) throw new UnknownRecord('version', `${version}`);
  const body = await packDocument(held.doc, held.original.text);
  if (stored?.version !== version)
    await store.transaction((trx) => insertSnapshot(trx, { document, version, mark: found, schema, at: now(), body }));
  return body;
}
