import type { Problem } from '../../../shared/core/problem.ts';
import { titleOf } from '../../../shared/names/entity/entity.ts';
import type { Writer } from '../../db/database.ts';
import { lockEntities, type StoredEntity } from '../../db/entity.ts';
import { openJobs } from '../../db/job.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { ActInput } from '../act/act.ts';

/** Every kind of act that has entities for its subjects. */
export const entityActs = ['merge', 'remove', 'split', 'rename'] as const;

/** The entities `ids`, held for an act that is about to begin. Throws `UnknownRecord` where one is gone; a problem where another
 *  act over one of them has not ended. */
export async function subjects(
  trx: Writer,
  project: string,
  ids: readonly string[],
): Promise<{ readonly found: (id: string) => StoredEntity; readonly problems: readonly Problem[] }> {
  const entities = await lockEntities(trx, project, ids);
  const found = (id: string) => {
    const entity = entities.get(id);
    if (!entity) throw new UnknownRecord('entity', id);
    return entity;
  };
  const problems: Problem[] = [];
  const busy = new Set(
    (await openJobs(trx, project, entityActs)).flatMap(({ input }) => (JSON.parse(input) as ActInput).subjects),
  );
  for (const id of ids) {
    const name = titleOf(found(id));
    if (!busy.has(id)) continue;
    const message = `"${name}" is being merged, split or renamed right now. Wait until that has ended.`;
    problems.push({ rule: 'entity.busy', message, element: id, values: { name } });
  }
  return { found, problems };
}
