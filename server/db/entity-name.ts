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
