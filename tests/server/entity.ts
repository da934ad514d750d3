import { createEntity } from '../../server/commands/entity/change.ts';
import type { Context } from '../../server/context.ts';
import { documentById } from '../../server/db/document.ts';

/** Adds an entity of this id to the project of a document, so that mentions can mean it. */
export async function haveEntity(ctx: Context, document: string, id: string, [fa, en]: readonly [string, string]) {
  const project = (await documentById(ctx.store.db, document))?.project_id ?? '';
  const names = { fa, en, faOther: [], enOther: [] };
  const created = await createEntity(ctx, {
    project,
    id,
    record: { label: 'GPE', ...names, wikidata: null, note: '' },
  });
  if (!created.ok) throw new Error(created.problems[0]?.message);
}
