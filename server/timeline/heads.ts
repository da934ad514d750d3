import { latestVersion } from '../../shared/doc/model/migrations.ts';
import { documentsBehind, lockHead, setSchemaVersion } from '../db/document.ts';
import { insertSnapshot } from '../db/snapshot.ts';
import type { Store } from '../db/store.ts';
import { writeProjections } from './projection.ts';
import { packDocument } from './snapshot.ts';
import type { Timeline } from './timeline.ts';

/** Brings the documents that stand in an older version of the schema to today's, one transaction a document: the head is
 *  first kept as it is, in a snapshot of its own version, so that no step of the old time is ever needed in the new one;
 *  the projections are written anew. What cannot be brought is reported and stays as it is, and nobody writes in it. */
export async function bringHeads(
  { store, timeline }: { readonly store: Store; readonly timeline: Timeline },
  now: () => number,
  report: (error: unknown) => void,
): Promise<void> {
  const latest = latestVersion(timeline.editions);
  for (const document of await documentsBehind(store.db, latest)) {
    const bring = store.transaction(async (trx) => {
      const head = await lockHead(trx, document);
      if (!head || head.schema >= latest) return;
      const { version, mark, schema } = head;
      const old = await timeline.at(trx, document, version, schema);
      const body = await packDocument(old.doc, old.original.text);
      await insertSnapshot(trx, { document, version, mark, schema, at: now(), body });
      await writeProjections(trx, await timeline.at(trx, document, version));
      await setSchemaVersion(trx, document, latest);
    });
    await bring.catch(report);
  }
}
