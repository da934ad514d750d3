import type { Context } from '../../context.ts';
import { deleteDocument, documentById } from '../../db/document.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { forgetDocument } from '../../memory/feed.ts';

/** What becomes of a removal: `in-use` for a document that was not put away, `other-name` where `title` is not its own. */
export type Removal = { readonly ok: true } | { readonly ok: false; readonly reason: 'in-use' | 'other-name' };

/** Removes a document that was put away, by itself or with its project, for good: its text, its history, its names. Who asks
 *  says its title, so that nothing else is hit. */
export async function removeDocument(
  { store, now, person }: Context,
  { id, title }: { readonly id: string; readonly title: string },
): Promise<Removal> {
  return store.transaction(async (trx): Promise<Removal> => {
    const document = await documentById(trx, id);
    if (!document) throw new UnknownRecord('document', id);
    const project = await projectById(trx, document.project_id);
    if (document.archived_at === null && project?.archived_at == null) return { ok: false, reason: 'in-use' };
    if (document.title !== title) return { ok: false, reason: 'other-name' };
    await forgetDocument(trx, id, { project: document.project_id, person, at: now() });
    await deleteDocument(trx, id);
    return { ok: true };
  });
}
