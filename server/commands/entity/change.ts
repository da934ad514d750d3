import type { Checked, Problem } from '../../../shared/core/problem.ts';
import type { EntityRecord } from '../../../shared/names/entity/entity.ts';
import { entityProblems } from '../../../shared/names/entity/problems.ts';
import type { Context } from '../../context.ts';
import { entityById, insertEntities, rewriteEntity, type StoredEntity } from '../../db/entity.ts';
import { labelsOf } from '../../db/label.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** What becomes of a change: where somebody else changed the entity first, it comes back as it is now. */
export type EntityAnswer =
  | { readonly ok: true; readonly entity: StoredEntity }
  | { readonly ok: false; readonly reason: 'stale'; readonly entity: StoredEntity }
  | { readonly ok: false; readonly reason: 'refused'; readonly problems: readonly Problem[] };

/** Adds an entity to the registry of a project, under `id` if the caller has made one: mentions may mean it already. The
 *  same id comes again when an answer was lost; the entity is then given as it is. */
export async function createEntity(
  { store, now, newId, person }: Context,
  {
    project,
    id = newId(),
    record,
  }: { readonly project: string; readonly id?: string | undefined; readonly record: EntityRecord },
): Promise<Checked<StoredEntity>> {
  return store.transaction(async (trx) => {
    if (!(await projectById(trx, project))) throw new UnknownRecord('project', project);
    const problems = entityProblems(record, await labelsOf(trx, project));
    if (problems.length > 0) return { ok: false, problems };
    const known = await entityById(trx, project, id);
    if (known) return { ok: true, value: known };
    const at = now();
    const entity = { id, ...record };
    await insertEntities(trx, project, [entity], { cause: 'created', person, at });
    return { ok: true, value: { ...entity, revision: 1, changedAt: at } };
  });
}

/** Says something else of an entity that stands at `revision`. */
export async function changeEntity(
  { store, now, person }: Context,
  input: { readonly project: string; readonly id: string; readonly revision: number; readonly record: EntityRecord },
): Promise<EntityAnswer> {
  const { project, id, revision, record } = input;
  return store.transaction(async (trx) => {
    const stored = await entityById(trx, project, id);
    if (!stored) throw new UnknownRecord('entity', id);
    if (stored.revision !== revision) return { ok: false, reason: 'stale', entity: stored };
    const problems = entityProblems(record, await labelsOf(trx, project));
    if (problems.length > 0) return { ok: false, reason: 'refused', problems };
    const at = now();
    const entity = { id, ...record, revision };
    await rewriteEntity(trx, project, entity, { cause: 'changed', person, at });
    return { ok: true, entity: { ...entity, revision: revision + 1, changedAt: at } };
  });
}
