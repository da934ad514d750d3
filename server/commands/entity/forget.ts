import type { Context } from '../../context.ts';
import { lockEntities, revisionsOf, rewriteEntity } from '../../db/entity.ts';
import { documentsMentioning } from '../../db/occurrence.ts';

/** Takes an entity out again that was begun with a mention, once that was undone: where nothing means it and nobody has said
 *  anything of it since. It comes back with a mention of it that was begun anew. */
export async function forgetBegun(
  { store, now, person }: Context,
  { project, id }: { readonly project: string; readonly id: string },
): Promise<{ readonly isForgotten: boolean }> {
  return store.transaction(async (trx) => {
    const entity = (await lockEntities(trx, project, [id])).get(id);
    const causes = (await revisionsOf(trx, project, id)).map(({ cause }) => cause);
    const isUntouched = causes.every((cause) => cause === 'created' || cause === 'linked' || cause === 'undone');
    if (!entity || !isUntouched || (await documentsMentioning(trx, project, id)).length > 0)
      return { isForgotten: false };
    await rewriteEntity(trx, project, entity, { cause: 'undone', person, at: now() });
    return { isForgotten: true };
  });
}
