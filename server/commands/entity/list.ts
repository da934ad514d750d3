import type { Context } from '../../context.ts';
import { entitiesOf, mentionCounts, revisionsOf, type StoredEntity } from '../../db/entity.ts';
import { occurrencesOf } from '../../db/occurrence.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** An entity as the registry lists it. */
export interface ListedEntity extends StoredEntity {
  /** Mentions in the documents in use. */
  readonly mentions: number;
}

/** Every entity of a project, oldest first: clients search and suggest in the whole of it. */
export async function listEntities(
  { store: { db } }: Context,
  { project }: { readonly project: string },
): Promise<readonly ListedEntity[]> {
  if (!(await projectById(db, project))) throw new UnknownRecord('project', project);
  const counts = await mentionCounts(db, project);
  const entities = await entitiesOf(db, project);
  return entities.map((entity) => ({ ...entity, mentions: counts.get(entity.id) ?? 0 }));
}

/** All that an entity ever said, newest first. */
export async function entityHistory(
  { store: { db } }: Context,
  { project, id }: { readonly project: string; readonly id: string },
) {
  const revisions = await revisionsOf(db, project, id);
  if (revisions.length === 0) throw new UnknownRecord('entity', id);
  return revisions;
}

/** Where an entity is mentioned, each in its sentence on both sides. */
export function concordance(
  { store: { db } }: Context,
  { project, id }: { readonly project: string; readonly id: string },
) {
  return occurrencesOf(db, project, id);
}
