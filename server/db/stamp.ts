import type { Reader } from './database.ts';

/** Changes with every change of the rows of a project in a table that keeps those which were removed. */
export async function stampOf(reader: Reader, table: 'entity' | 'term', project: string): Promise<string> {
  const row = await reader
    .selectFrom(table)
    .select(({ fn }) => [
      fn.countAll().as('count'),
      fn.sum('revision').as('revisions'),
      fn.max('changed_at').as('changed'),
    ])
    .where('project_id', '=', project)
    .executeTakeFirstOrThrow();
  return `${row.count} ${row.revisions} ${row.changed}`;
}
