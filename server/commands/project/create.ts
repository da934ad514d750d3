import { persianRules } from '../../../shared/language/sentences/rules.ts';
import type { Context } from '../../context.ts';
import { insertMemory } from '../../db/memory.ts';
import { insertProject } from '../../db/project.ts';
import { projectMemory } from '../../memory/feed.ts';

/** Makes an empty project with the default segmentation rules. */
export async function createProject(ctx: Context, { name }: { readonly name: string }): Promise<{ id: string }> {
  const id = ctx.newId();
  const at = ctx.now();
  const rules = JSON.stringify({ fa: persianRules });
  await ctx.store.transaction(async (trx) => {
    await insertProject(trx, { id, name, rules, created_at: at, changed_at: at, archived_at: null });
    await insertMemory(trx, projectMemory(id, at));
  });
  return { id };
}
