import type { Context } from '../../context.ts';
import { updateProject } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';

export async function renameProject(
  { store, now }: Context,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  const found = await store.transaction((trx) => updateProject(trx, id, { name, changed_at: now() }));
  if (!found) throw new UnknownRecord('project', id);
}
