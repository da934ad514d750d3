import type { Context } from '../../context.ts';
import { updateDocument } from '../../db/document.ts';
import { UnknownRecord } from '../../db/unknown.ts';

export async function renameDocument(
  { store }: Context,
  { id, title }: { readonly id: string; readonly title: string },
): Promise<void> {
  const found = await store.transaction((trx) => updateDocument(trx, id, { title }));
  if (!found) throw new UnknownRecord('document', id);
}
