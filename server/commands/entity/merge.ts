import type { Problem } from '../../../shared/core/problem.ts';
import type { EntityRecord } from '../../../shared/names/entity/entity.ts';
import { mergedRecord } from '../../../shared/names/entity/merge.ts';
import { entityProblems } from '../../../shared/names/entity/problems.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import type { Context } from '../../context.ts';
import type { Writer } from '../../db/database.ts';
import { entityById, insertEntities, rewriteEntity, type StoredEntity } from '../../db/entity.ts';
import { labelsOf } from '../../db/label.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { moveMentions } from './mentions.ts';

/** What a change of the registry did to the documents. */
export type RegistryAnswer =
  | { readonly ok: true; readonly entity: StoredEntity | null; readonly changes: readonly DocumentChange[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Makes one entity of two: `into` gains the names of `from`, whose mentions mean `into` from now on. */
export async function mergeEntities(
  ctx: Context,
  { project, into, from }: { readonly project: string; readonly into: string; readonly from: string },
): Promise<RegistryAnswer> {
  if (into === from) {
    const message = 'An entity cannot be merged with itself; choose another one.';
    return { ok: false, problems: [{ rule: 'entity.merge-self', message, element: into }] };
  }
  const { store, now, person } = ctx;
  const entity = await store.transaction(async (trx) => {
    const kept = await known(trx, project, into);
    const gone = await known(trx, project, from);
    const at = now();
    const merged = { id: kept.id, ...mergedRecord(kept, gone), revision: kept.revision };
    await rewriteEntity(trx, project, merged, { cause: 'merged', person, at });
    await rewriteEntity(trx, project, gone, { cause: 'removed', person, at });
    return { ...merged, revision: kept.revision + 1, changedAt: at };
  });
  return { ok: true, entity, changes: await moveMentions(ctx, { project, from, to: into }) };
}

/** Makes a new entity of `record` and moves some mentions of `id` to it. */
export async function splitEntity(
  ctx: Context,
  input: {
    readonly project: string;
    readonly id: string;
    readonly record: EntityRecord;
    readonly mentions: readonly { readonly document: string; readonly mention: string }[];
  },
): Promise<RegistryAnswer> {
  const { project, id, record, mentions } = input;
  const { store, now, newId, person } = ctx;
  const made = await store.transaction(async (trx) => {
    await known(trx, project, id);
    const problems = entityProblems(record, await labelsOf(trx, project));
    if (problems.length > 0) return { ok: false as const, problems };
    const at = now();
    const entity = { id: newId(), ...record };
    await insertEntities(trx, project, [entity], { cause: 'split', person, at });
    return { ok: true as const, entity: { ...entity, revision: 1, changedAt: at } };
  });
  if (!made.ok) return made;
  const changes = await moveMentions(ctx, { project, from: id, to: made.entity.id, only: mentions });
  return { ok: true, entity: made.entity, changes };
}

/** Takes an entity out of the registry; its mentions stay, and mean none. Its history stays too. */
export async function removeEntity(
  ctx: Context,
  { project, id }: { readonly project: string; readonly id: string },
): Promise<RegistryAnswer> {
  const { store, now, person } = ctx;
  await store.transaction(async (trx) => {
    await rewriteEntity(trx, project, await known(trx, project, id), { cause: 'removed', person, at: now() });
  });
  return { ok: true, entity: null, changes: await moveMentions(ctx, { project, from: id, to: null }) };
}

async function known(trx: Writer, project: string, id: string): Promise<StoredEntity> {
  const entity = await entityById(trx, project, id);
  if (!entity) throw new UnknownRecord('entity', id);
  return entity;
}
