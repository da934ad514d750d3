import type { Context } from '../../context.ts';
import { type DeletedEntity, deletedEntities } from '../../db/entity.ts';
import { outcomesOf } from '../../db/job.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { reachOf } from './reach.ts';

/** A deleted entity as the registry lists it. */
export interface ListedDeletion extends Omit<DeletedEntity, 'job'> {
  /** Mentions that meant it when it was deleted. */
  readonly mentions: number;
}

/** The entities of a project that were deleted, the last one first. */
export async function listDeleted(
  { store: { db } }: Context,
  { project }: { readonly project: string },
): Promise<readonly ListedDeletion[]> {
  if (!(await projectById(db, project))) throw new UnknownRecord('project', project);
  const deleted = await deletedEntities(db, project);
  const outcomes = await outcomesOf(
    db,
    deleted.flatMap(({ job }) => job ?? []),
  );
  return deleted.map(({ job, ...entity }) => ({
    ...entity,
    mentions: reachOf(outcomes.get(job ?? '') ?? []).mentions,
  }));
}
