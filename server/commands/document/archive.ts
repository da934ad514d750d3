import type { Context } from '../../context.ts';
import { updateDocument } from '../../db/document.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** Puts a document away, or takes it back. */
export async function archiveDocument(
  { store, now }: Context,
  { id, archived }: { readonly id: string; readonly archived: boolean },
): Promise<void> {
  const found = await store.transaction((trx) => updateDocument(trx, id, { archived_at: archived ? now() : null }));
  if (!found) throw new UnknownRecord('document', id);
}
