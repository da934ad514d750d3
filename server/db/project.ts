import type { Insertable, Selectable } from 'kysely';
import type { ProjectTable, Reader, Writer } from './database.ts';

export async function insertProject(trx: Writer, row: Insertable<ProjectTable>): Promise<void> {
  await trx.insertInto('project').values(row).execute();
}

export function projectById(reader: Reader, id: string): Promise<Selectable<ProjectTable> | undefined> {
  return reader.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Lets no other who asks the same go on before the transaction has ended; false where there is no such project. Others write in it
 *  meanwhile. */
export async function holdProject(trx: Writer, id: string): Promise<boolean> {
  const held = trx.selectFrom('project').select('id').where('id', '=', id).forNoKeyUpdate();
  return (await held.executeTakeFirst()) !== undefined;
}

/** Projects in the order they were made: those in use, or those put away. */
export function selectProjects(reader: Reader, archived: boolean): Promise<readonly Selectable<ProjectTable>[]> {
  return reader
    .selectFrom('project')
    .selectAll()
    .where('archived_at', archived ? 'is not' : 'is', null)
    .orderBy('id')
    .execute();
}

export type ProjectChange =
  | { readonly name: string; readonly changed_at: number }
  | { readonly rules: string; readonly changed_at: number }
  | { readonly archived_at: number | null };

/** Changes a project; false where there is none. */
export async function updateProject(trx: Writer, id: string, set: ProjectChange): Promise<boolean> {
  const { numUpdatedRows } = await trx.updateTable('project').set(set).where('id', '=', id).executeTakeFirst();
  return numUpdatedRows > 0n;
}
