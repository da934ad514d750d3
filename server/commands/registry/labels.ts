import { type Label, labelProblems } from '../../../shared/core/label.ts';
import type { Checked } from '../../../shared/core/problem.ts';
import type { Context } from '../../context.ts';
import { labelsOf, putLabels } from '../../db/label.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../unknown.ts';

/** The labels of a project in the order in which they are shown. */
export async function listLabels(
  { store: { db } }: Context,
  { project }: { readonly project: string },
): Promise<readonly Label[]> {
  if (!(await projectById(db, project))) throw new UnknownRecord('project', project);
  return labelsOf(db, project);
}

/** Replaces the labels of a project. Mentions keep a label that is gone; the checks tell of them. */
export async function saveLabels(
  { store }: Context,
  { project, labels }: { readonly project: string; readonly labels: readonly Label[] },
): Promise<Checked<null>> {
  const problems = labelProblems(labels);
  if (problems.length > 0) return { ok: false, problems };
  return store.transaction(async (trx) => {
    if (!(await projectById(trx, project))) throw new UnknownRecord('project', project);
    await putLabels(trx, project, labels);
    return { ok: true, value: null };
  });
}
