import { defaultLabels, type Label } from '../../shared/core/label.ts';
import type { Reader, Writer } from './database.ts';

/** The labels of a project: its own, or those that every project begins with. */
export async function labelsOf(reader: Reader, project: string): Promise<readonly Label[]> {
  const row = await reader
    .selectFrom('project_labels')
    .select('labels')
    .where('project_id', '=', project)
    .executeTakeFirst();
  return row ? (JSON.parse(row.labels) as readonly Label[]) : defaultLabels;
}

export async function putLabels(trx: Writer, project: string, labels: readonly Label[]): Promise<void> {
  const text = JSON.stringify(labels);
  await trx
    .insertInto('project_labels')
    .values({ project_id: project, labels: text })
    .onConflict((conflict) => conflict.column('project_id').doUpdateSet({ labels: text }))
    .execute();
}
