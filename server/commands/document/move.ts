import type { Context } from '../../context.ts';
import { documentById, updateDocument } from '../../db/document.ts';
import { entitiesMeant, insertEntities } from '../../db/entity.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { feedUnits, forgetDocument } from '../../memory/feed.ts';

/** Moves a document to another project. The entities that its mentions mean come along where the other project has none of that
 *  id; those of the project that it leaves stay there too. Gives how many came along. */
export async function moveDocument(
  { store, now, person }: Context,
  { id, project }: { readonly id: string; readonly project: string },
): Promise<{ readonly entities: number }> {
  return store.transaction(async (trx) => {
    const document = await documentById(trx, id);
    if (!document) throw new UnknownRecord('document', id);
    if (!(await projectById(trx, project))) throw new UnknownRecord('project', project);
    if (document.project_id === project) return { entities: 0 };
    const entities = await entitiesMeant(trx, id, document.project_id, project);
    await insertEntities(trx, project, entities, { cause: 'imported', person, at: now() });
    const feeding = { person, at: now() };
    const units = await forgetDocument(trx, id, { project: document.project_id, ...feeding });
    await feedUnits(trx, id, units, { project, ...feeding });
    await updateDocument(trx, id, { project_id: project });
    return { entities: entities.length };
  });
}
