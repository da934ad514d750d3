import type { Context } from '../../context.ts';
import { documentById } from '../../db/document.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** What a document is called, and where it is kept. */
export interface DocumentPlace {
  readonly title: string;
  readonly project: { readonly id: string; readonly name: string };
  readonly archived: boolean;
}

/** Where a document stands now. */
export async function documentPlace({ store }: Context, { id }: { readonly id: string }): Promise<DocumentPlace> {
  const row = await documentById(store.db, id);
  if (!row) throw new UnknownRecord('document', id);
  const { title, project_id, project_name, archived_at } = row;
  return { title, project: { id: project_id, name: project_name }, archived: archived_at !== null };
}
