import type { Checked, Problem } from '../../../shared/core/problem.ts';
import { type EntityRecord, titleOf } from '../../../shared/names/entity/entity.ts';
import { entityProblems } from '../../../shared/names/entity/problems.ts';
import type { Context } from '../../context.ts';
import { beginEntity, entityById, rewriteEntity, type StoredEntity } from '../../db/entity.ts';
import { labelsOf } from '../../db/label.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** What becomes of a change: where somebody else changed the entity first, it comes back as it is now. */
export type EntityAnswer =
  | { readonly ok: true; readonly entity: StoredEntity }
  | { readonly ok: false; readonly reason: 'stale'; readonly entity: StoredEntity }
  | { readonly ok: false; readonly reason: 'refused'; readonly problems: readonly Problem[] };

/** Adds an entity to the registry of a project, under `id` if the caller has made one: mentions may mean it already. The
 *  same id comes again when an answer was lost, and with the text that mentions it; the entity is then given as it is. A problem
 *  where somebody has taken it out again. */
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
    const at = now();
    const entity = { id, ...record };
    await beginEntity(trx, project, entity, { cause: 'created', person, at });
    const known = await entityById(trx, project, id);
    if (!known) return { ok: false, problems: [removed(record, id)] };
    return { ok: true, value: known };
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

function removed(record: EntityRecord, id: string): Problem {
  const name = titleOf(record);
  const message = `Somebody has deleted "${name}" again. Its mentions stay and mean no entity.`;
  return { rule: 'entity.removed', message, element: id, values: { name } };
}
