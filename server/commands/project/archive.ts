import type { Context } from '../../context.ts';
import { updateProject } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** Puts a project away with all that is in it, or takes it back. */
export async function archiveProject(
  { store, now }: Context,
  { id, archived }: { readonly id: string; readonly archived: boolean },
): Promise<void> {
  const found = await store.transaction((trx) => updateProject(trx, id, { archived_at: archived ? now() : null }));
  if (!found) throw new UnknownRecord('project', id);
}
