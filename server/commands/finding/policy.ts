import { type CheckPolicy, usualPolicy } from '../../../shared/doc/checks/policy.ts';
import type { Context } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { projectById } from '../../db/project.ts';
import { readSetting, setSetting } from '../../db/setting.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** What a project wants of the checks; what is usual where it has said nothing. */
export async function policyOf(reader: Reader, project: string): Promise<CheckPolicy> {
  const said = await readSetting(reader, settingOf(project));
  return said === undefined ? usualPolicy : { ...usualPolicy, ...(JSON.parse(said) as Partial<CheckPolicy>) };
}

/** The same for who asks by the id of the project. */
export async function projectPolicy({ store: { db } }: Context, { project }: { readonly project: string }) {
  if (!(await projectById(db, project))) throw new UnknownRecord('project', project);
  return policyOf(db, project);
}

/** Says what a project wants of the checks; it holds from the next look at a document. */
export async function setPolicy(
  { store }: Context,
  { project, policy }: { readonly project: string; readonly policy: CheckPolicy },
): Promise<void> {
  await store.transaction(async (trx) => {
    if (!(await projectById(trx, project))) throw new UnknownRecord('project', project);
    await setSetting(trx, settingOf(project), JSON.stringify(policy));
  });
}

function settingOf(project: string): string {
  return `checks:${project}`;
}
