import type { Insertable, Selectable } from 'kysely';
import type { Reader, ReleaseTable, Writer } from './database.ts';

export type ReleaseRow = Selectable<ReleaseTable>;

/** A release without the long text of its manifest. */
export type ListedRelease = Omit<ReleaseRow, 'manifest'>;

const listed = ['id', 'project_id', 'name', 'person', 'at', 'summary', 'people', 'archive', 'size', 'sha256'] as const;

/** The releases of a project, newest first. */
export function releasesOf(reader: Reader, project: string): Promise<readonly ListedRelease[]> {
  return reader
    .selectFrom('release')
    .select(listed)
    .where('project_id', '=', project)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export function releaseById(reader: Reader, id: string): Promise<ReleaseRow | undefined> {
  return reader.selectFrom('release').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The newest release of a project. */
export function latestRelease(reader: Reader, project: string): Promise<ReleaseRow | undefined> {
  return reader
    .selectFrom('release')
    .selectAll()
    .where('project_id', '=', project)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Writes a release down; false where the project has one of that name. */
export async function insertRelease(trx: Writer, row: Insertable<ReleaseTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('release')
    .values(row)
    .onConflict((conflict) => conflict.columns(['project_id', 'name']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function deleteRelease(trx: Writer, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('release').where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function insertPiece(trx: Writer, archive: string, number: number, body: Uint8Array): Promise<void> {
  await trx.insertInto('release_piece').values({ archive, number, body }).execute();
}

/** A piece of an archive; `undefined` behind the last one. */
export async function pieceOf(reader: Reader, archive: string, number: number): Promise<Uint8Array | undefined> {
  const row = await reader
    .selectFrom('release_piece')
    .select('body')
    .where('archive', '=', archive)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && new Uint8Array(row.body);
}

export async function deletePieces(trx: Writer, archive: string): Promise<void> {
  await trx.deleteFrom('release_piece').where('archive', '=', archive).execute();
}

/** The archives of no release: they are being made, or were given up. */
export async function unreleasedArchives(reader: Reader): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('release_piece')
    .leftJoin('release', 'release.archive', 'release_piece.archive')
    .select('release_piece.archive as archive')
    .where('release_piece.number', '=', 0)
    .where('release.id', 'is', null)
    .execute();
  return rows.map(({ archive }) => archive);
}
