import type { EntityNames } from '../../shared/formats/corpus/row.ts';
import type { EntityRecord } from '../../shared/names/entity/entity.ts';
import { inBatches } from './batch.ts';
import type { Reader } from './database.ts';

const BATCH = 1000;

/** The preferred names of those of the entities `ids` that are in the registry of a project. */
export async function entityNames(
  reader: Reader,
  project: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EntityNames>> {
  const names = new Map<string, EntityNames>();
  await inBatches(ids, BATCH, async (batch) => {
    const rows = await reader
      .selectFrom('entity')
      .select(['id', 'record'])
      .where('project_id', '=', project)
      .where('id', 'in', batch)
      .where('removed_at', 'is', null)
      .execute();
    for (const { id, record } of rows) {
      const { fa, en } = JSON.parse(record) as EntityRecord;
      names.set(id, { fa, en });
    }
  });
  return names;
}

/** An entity as it is called at a revision. */
export interface RevisedName extends EntityNames {
  readonly revision: number;
}

/** The same with the revisions that say so. */
export async function revisedNames(
  reader: Reader,
  project: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RevisedName>> {
  const names = new Map<string, RevisedName>();
  await inBatches(ids, BATCH, async (batch) => {
    const rows = await reader
      .selectFrom('entity')
      .select(['id', 'record', 'revision'])
      .where('project_id', '=', project)
      .where('id', 'in', batch)
      .where('removed_at', 'is', null)
      .execute();
    for (const { id, record, revision } of rows) {
      const { fa, en } = JSON.parse(record) as EntityRecord;
      names.set(id, { fa, en, revision });
    }
  });
  return names;
}

/** What entities were called at the revisions that `revisions` tells by id; those that it does not tell of are left out. */
export async function namesAtRevisions(
  reader: Reader,
  project: string,
  ids: readonly string[],
  revisions: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, EntityNames>> {
  const names = new Map<string, EntityNames>();
  await inBatches(
    ids.filter((id) => revisions.has(id)),
    BATCH,
    async (batch) => {
      const rows = await reader
        .selectFrom('entity_revision')
        .select(['entity_id', 'revision', 'record'])
        .where('project_id', '=', project)
        .where('entity_id', 'in', batch)
        .execute();
      for (const { entity_id, revision, record } of rows) {
        if (revisions.get(entity_id) !== revision) continue;
        const { fa, en } = JSON.parse(record) as EntityRecord;
        names.set(entity_id, { fa, en });
      }
    },
  );
  return names;
}
