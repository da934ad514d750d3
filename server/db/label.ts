import { defaultLabels, type Label } from '../../shared/core/label.ts';
import type { Reader, Writer } from './database.ts';

/** The labels of a project: its own, or those that every project begins with. */
export async function labelsOf(reader: Reader, project: string): Promise<readonly Label[]> {
  return readLabels(await labelText(reader, project));
}

/** Puts `labels` in place of those that are there, if they are `read`; gives those that are there where they are not. */
export async function replaceLabels(
  trx: Writer,
  project: string,
  read: readonly Label[],
  labels: readonly Label[],
): Promise<readonly Label[] | null> {
  const stored = await labelText(trx, project);
  const current = readLabels(stored);
  if (!sameLabels(current, read)) return current;
  const text = JSON.stringify(labels);
  const written =
    stored === undefined
      ? await trx
          .insertInto('project_labels')
          .values({ project_id: project, labels: text })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
      : await trx
          .updateTable('project_labels')
          .set({ labels: text })
          .where('project_id', '=', project)
          .where('labels', '=', stored)
          .executeTakeFirst();
  const rows = 'numUpdatedRows' in written ? written.numUpdatedRows : written.numInsertedOrUpdatedRows;
  return rows === 0n ? labelsOf(trx, project) : null;
}

/** How many mentions have each label in the documents in use of a project. */
export async function labelCounts(
  reader: Reader,
  project: string,
): Promise<readonly { readonly label: string; readonly count: number }[]> {
  const rows = await reader
    .selectFrom('mention')
    .innerJoin('document', 'document.id', 'mention.document_id')
    .select((from) => ['mention.label as label', from.fn.countAll<number>().as('count')])
    .where('document.project_id', '=', project)
    .where('document.archived_at', 'is', null)
    .groupBy('mention.label')
    .execute();
  return rows.map(({ label, count }) => ({ label, count: Number(count) }));
}

async function labelText(reader: Reader, project: string): Promise<string | undefined> {
  const query = reader.selectFrom('project_labels').select('labels').where('project_id', '=', project);
  return (await query.executeTakeFirst())?.labels;
}

function readLabels(text: string | undefined): readonly Label[] {
  return text === undefined ? defaultLabels : (JSON.parse(text) as readonly Label[]);
}

function sameLabels(a: readonly Label[], b: readonly Label[]): boolean {
  const parts = ({ id, fa, en, key, hue }: Label) => [id, fa, en, key, hue];
  return JSON.stringify(a.map(parts)) === JSON.stringify(b.map(parts));
}
