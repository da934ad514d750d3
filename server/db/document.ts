import type { Insertable, Selectable } from 'kysely';
import type { Progress } from '../../shared/core/progress.ts';
import type { Database, DocumentTable, Reader, Writer } from './database.ts';

/** Where the timeline of a document stands. */
export interface Head {
  readonly version: number;
  readonly mark: string;
  /** Of the schema that it is written in. */
  readonly schema: number;
  readonly progress: Progress;
  /** Id of its project. */
  readonly project: string;
}

export async function insertDocument(trx: Writer, row: Insertable<DocumentTable>): Promise<void> {
  await trx.insertInto('document').values(row).execute();
}

export function documentHead(reader: Reader, id: string): Promise<Pick<Head, 'version' | 'mark'> | undefined> {
  return reader.selectFrom('document').select(['version', 'mark']).where('id', '=', id).executeTakeFirst();
}

/** The documents of a project that nobody put away, oldest first. */
export function documentsInUse(
  reader: Reader,
  project: string,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  return reader
    .selectFrom('document')
    .select(['id', 'title'])
    .where('project_id', '=', project)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute();
}

/** The head of a document, which nobody else can move before the transaction has ended. */
export async function lockHead(trx: Writer, id: string): Promise<Head | undefined> {
  const row = await trx
    .selectFrom('document')
    .select(['version', 'mark', 'schema_version', 'progress', 'project_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      version: row.version,
      mark: row.mark,
      schema: row.schema_version,
      progress: JSON.parse(row.progress) as Progress,
      project: row.project_id,
    }
  );
}

export async function moveHead(
  trx: Writer,
  id: string,
  { version, mark, progress }: Pick<Head, 'version' | 'mark' | 'progress'>,
  at: number,
): Promise<void> {
  await trx
    .updateTable('document')
    .set({ version, mark, progress: JSON.stringify(progress), changed_at: at })
    .where('id', '=', id)
    .execute();
}

export async function setProgress(trx: Writer, id: string, progress: Progress): Promise<void> {
  await trx
    .updateTable('document')
    .set({ progress: JSON.stringify(progress) })
    .where('id', '=', id)
    .execute();
}

/** The ids of all documents, archived ones too. */
export async function documentIds(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.selectFrom('document').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** The documents whose heads are written in an older version of the schema than `schema`. */
export async function documentsBehind(reader: Reader, schema: number): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('document')
    .select('id')
    .where('schema_version', '<', schema)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Says that the head of a document is written in version `schema` of the schema from now on. */
export async function setSchemaVersion(trx: Writer, id: string, schema: number): Promise<void> {
  await trx.updateTable('document').set({ schema_version: schema }).where('id', '=', id).execute();
}

/** The marks of the heads of documents. */
export async function headsOf(
  reader: Reader,
  ids: readonly string[],
): Promise<readonly { id: string; mark: string }[]> {
  if (ids.length === 0) return [];
  return reader.selectFrom('document').select(['id', 'mark']).where('id', 'in', ids).execute();
}

export type DocumentRow = Selectable<DocumentTable> & { readonly project_name: string };

export function documentById(reader: Reader, id: string): Promise<DocumentRow | undefined> {
  return reader
    .selectFrom('document')
    .innerJoin('project', 'project.id', 'document.project_id')
    .selectAll('document')
    .select('project.name as project_name')
    .where('document.id', '=', id)
    .executeTakeFirst();
}

export interface DocumentFilter {
  readonly project?: string | undefined;
  /** The documents put away instead of the others. */
  readonly archived?: boolean | undefined;
}

/** Documents, the one changed last first. Those of an archived project are told only to who asks for the project. */
export function selectDocuments(
  reader: Reader,
  { project, archived }: DocumentFilter,
): Promise<readonly Selectable<DocumentTable>[]> {
  const query = reader
    .selectFrom('document')
    .innerJoin('project', 'project.id', 'document.project_id')
    .selectAll('document')
    .where('document.archived_at', archived ? 'is not' : 'is', null)
    .orderBy('document.changed_at', 'desc')
    .orderBy('document.id', 'desc');
  return project === undefined
    ? query.where('project.archived_at', 'is', null).execute()
    : query.where('project.id', '=', project).execute();
}

type Part = {
  [Table in keyof Database]: Database[Table] extends { document_id: string } ? Table : never;
}[keyof Database];

/** Tables of what a document is made of, those first that refer to others. The type wants each that belongs to one. */
const parts = Object.keys({
  dismissal: true,
  mention: true,
  segment: true,
  named_version: true,
  touched_segment: true,
  checkpoint: true,
  snapshot: true,
  step: true,
  source: true,
} satisfies Readonly<Record<Part, true>>) as readonly Part[];

/** Removes a document and all that it is made of. */
export async function deleteDocument(trx: Writer, id: string): Promise<void> {
  await trx.selectFrom('document').select('id').where('id', '=', id).forUpdate().execute();
  for (const part of parts) await trx.deleteFrom(part).where('document_id', '=', id).execute();
  await trx.deleteFrom('document').where('id', '=', id).execute();
}

/** Changes what people call a document or where they find it; false where there is none. */
export async function updateDocument(
  trx: Writer,
  id: string,
  set: { readonly title: string } | { readonly project_id: string } | { readonly archived_at: number | null },
): Promise<boolean> {
  const { numUpdatedRows } = await trx.updateTable('document').set(set).where('id', '=', id).executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface DocumentProgress {
  readonly progress: Progress;
  readonly changedAt: number;
}

/** How far the documents in use are, by project. */
export async function progressByProject(reader: Reader): Promise<ReadonlyMap<string, readonly DocumentProgress[]>> {
  const rows = await reader
    .selectFrom('document')
    .select(['project_id', 'progress', 'changed_at'])
    .where('archived_at', 'is', null)
    .execute();
  const byProject = new Map<string, DocumentProgress[]>();
  for (const row of rows) {
    const own = byProject.get(row.project_id) ?? [];
    own.push({ progress: JSON.parse(row.progress) as Progress, changedAt: row.changed_at });
    byProject.set(row.project_id, own);
  }
  return byProject;
}
