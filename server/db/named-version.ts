import type { Insertable, Selectable } from 'kysely';
import type { NamedVersionTable, Reader, Writer } from './database.ts';

/** Gives a version a name; one that it has already stays as it is. */
export async function insertName(trx: Writer, row: Insertable<NamedVersionTable>): Promise<void> {
  await trx
    .insertInto('named_version')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Puts `to` in place of a name of a version; false where it does not have that name. */
export async function renameName(
  trx: Writer,
  { document, version, name, to }: { document: string; version: number; name: string; to: string },
): Promise<boolean> {
  if (name !== to) await deleteName(trx, document, version, to);
  const { numUpdatedRows } = await trx
    .updateTable('named_version')
    .set({ name: to })
    .where('document_id', '=', document)
    .where('version', '=', version)
    .where('name', '=', name)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes a name from a version; false where it does not have that name. */
export async function deleteName(trx: Writer, document: string, version: number, name: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('named_version')
    .where('document_id', '=', document)
    .where('version', '=', version)
    .where('name', '=', name)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function hasName(reader: Reader, document: string, version: number): Promise<boolean> {
  const row = await reader
    .selectFrom('named_version')
    .select('version')
    .where('document_id', '=', document)
    .where('version', '=', version)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The named versions above `above` and, if given, up to `upTo`, newest first. */
export function namesBetween(
  reader: Reader,
  document: string,
  above: number,
  upTo: number | undefined,
): Promise<readonly Selectable<NamedVersionTable>[]> {
  const query = reader
    .selectFrom('named_version')
    .selectAll()
    .where('document_id', '=', document)
    .where('version', '>', above)
    .orderBy('version', 'desc')
    .orderBy('at', 'desc');
  return upTo === undefined ? query.execute() : query.where('version', '<=', upTo).execute();
}
