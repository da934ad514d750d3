import type { Context } from '../../context.ts';
import { entitiesOf, mentionCounts, type StoredEntity } from '../../db/entity.ts';
import { extentOf, occurrencesOf } from '../../db/occurrence.ts';
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

/** How far an entity reaches: its mentions by label, and the documents that they stand in, archived ones too. */
export async function entityExtent(
  { store: { db } }: Context,
  { project, id }: { readonly project: string; readonly id: string },
) {
  const rows = await extentOf(db, project, id);
  const labels = new Map<string, number>();
  for (const { label, count } of rows) labels.set(label, (labels.get(label) ?? 0) + count);
  return {
    mentions: rows.reduce((sum, { count }) => sum + count, 0),
    documents: new Set(rows.map(({ document }) => document)).size,
    labels: Array.from(labels, ([label, count]) => ({ label, count })),
  };
}

/** Where an entity is mentioned, each in its sentence on both sides. */
export function concordance(
  { store: { db } }: Context,
  { project, id }: { readonly project: string; readonly id: string },
) {
  return occurrencesOf(db, project, id);
}
