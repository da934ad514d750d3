import { noProgress, type Progress, sum } from '../../../shared/core/progress.ts';
import type { Context } from '../../context.ts';
import { progressByProject } from '../../db/document.ts';
import { selectProjects } from '../../db/project.ts';

export interface ListedProject {
  readonly id: string;
  readonly name: string;
  /** Documents that are not archived; progress and last change are theirs together. */
  readonly documents: number;
  readonly progress: Progress;
  readonly changedAt: number;
  readonly archivedAt: number | null;
}

/** The projects in use, or the archived ones, the one changed last first. */
export async function listProjects(
  { store }: Context,
  { archived = false }: { readonly archived?: boolean | undefined } = {},
): Promise<readonly ListedProject[]> {
  const [projects, documents] = await Promise.all([selectProjects(store.db, archived), progressByProject(store.db)]);
  return projects
    .map(({ id, name, changed_at, archived_at }) => {
      const own = documents.get(id) ?? [];
      return {
        id,
        name,
        documents: own.length,
        progress: own.reduce((total, { progress }) => sum(total, progress), noProgress),
        changedAt: Math.max(changed_at, ...own.map(({ changedAt }) => changedAt)),
        archivedAt: archived_at,
      };
    })
    .sort((a, b) => b.changedAt - a.changedAt);
}
