import type { SegmentationRules } from '../../../shared/language/sentences/rules.ts';
import type { Context } from '../../context.ts';
import { projectById, updateProject } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** The segmentation rules of a project, by language of the source. */
export interface ProjectRules {
  readonly fa: SegmentationRules;
}

/** The rules that the next import into the project follows. */
export async function projectRules({ store }: Context, { id }: { readonly id: string }): Promise<ProjectRules> {
  const project = await projectById(store.db, id);
  if (!project) throw new UnknownRecord('project', id);
  return JSON.parse(project.rules) as ProjectRules;
}

/** Replaces the rules; documents that are there keep their segments. */
export async function setProjectRules(
  { store, now }: Context,
  { id, rules }: { readonly id: string; readonly rules: SegmentationRules },
): Promise<void> {
  const found = await store.transaction((trx) =>
    updateProject(trx, id, { rules: JSON.stringify({ fa: rules }), changed_at: now() }),
  );
  if (!found) throw new UnknownRecord('project', id);
}
