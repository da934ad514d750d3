import type { Context } from '../../context.ts';
import { dismissalsOf, putDismissal } from '../../db/dismissal.ts';
import { documentById } from '../../db/document.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { projectionOf } from '../../timeline/projection.ts';
import { packDocument } from '../../timeline/snapshot.ts';
import { addDocument } from './import.ts';

/** Makes another document of what a document holds at its head, under another title and beside it: text, states, names, links
 *  and what was ignored. Its history begins anew. */
export async function duplicateDocument(
  { store, timeline, newId, now, person }: Context,
  { id, title }: { readonly id: string; readonly title: string },
): Promise<{ readonly id: string }> {
  const original = await documentById(store.db, id);
  if (!original) throw new UnknownRecord('document', id);
  const { doc, source } = await timeline.at(store.db, id, original.version);
  const snapshot = await packDocument(doc, source.text);
  const copy = newId();
  await store.transaction(async (trx) => {
    const made = { id: copy, project: original.project_id, title, at: now(), text: source.text };
    const outline = JSON.stringify(source.outline);
    const projection = projectionOf({ id: copy, doc, source });
    await addDocument(trx, { ...made, outline, snapshot, projection }, { person, copyOf: original.title });
    for (const dismissal of await dismissalsOf(trx, id)) await putDismissal(trx, { document_id: copy, ...dismissal });
  });
  return { id: copy };
}
