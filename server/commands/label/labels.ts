import { type Label, labelProblems, MOST_LABELS } from '../../../shared/core/label.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import type { Context } from '../../context.ts';
import { labelCounts, labelsOf, replaceLabels } from '../../db/label.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** The labels of a project in the order in which they are shown. */
export async function listLabels(
  { store: { db } }: Context,
  { project }: { readonly project: string },
): Promise<readonly Label[]> {
  if (!(await projectById(db, project))) throw new UnknownRecord('project', project);
  return labelsOf(db, project);
}

/** How many mentions have each label in the documents in use of a project; labels that are gone count too. */
export async function countLabels({ store: { db } }: Context, { project }: { readonly project: string }) {
  if (!(await projectById(db, project))) throw new UnknownRecord('project', project);
  return labelCounts(db, project);
}

/** What becomes of a list of labels: where somebody else changed the labels first, they come back as they are now. */
export type LabelsAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'stale'; readonly labels: readonly Label[] }
  | { readonly ok: false; readonly reason: 'refused'; readonly problems: readonly Problem[] };

/** Labels to be saved. */
export interface NewLabels {
  readonly project: string;
  /** Those that they take the place of. */
  readonly read: readonly Label[];
  readonly labels: readonly Label[];
  /** True for those that were there before the caller changed them. */
  readonly isUndo?: boolean | undefined;
}

/** Replaces the labels of a project, which were `read`; of those that came before there was a limit, as many may stay, and come back by
 *  an undo. Mentions and entities keep a label that is gone. */
export async function saveLabels({ store }: Context, input: NewLabels): Promise<LabelsAnswer> {
  const { project, read, labels, isUndo = false } = input;
  const problems = labelProblems(labels, Math.max(MOST_LABELS, isUndo ? labels.length : read.length));
  if (problems.length > 0) return { ok: false, reason: 'refused', problems };
  return store.transaction(async (trx) => {
    if (!(await projectById(trx, project))) throw new UnknownRecord('project', project);
    const others = await replaceLabels(trx, project, read, labels);
    return others ? { ok: false, reason: 'stale', labels: others } : { ok: true };
  });
}
