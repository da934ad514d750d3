import type { Insertable } from 'kysely';
import type { DismissalTable, Reader, Writer } from './database.ts';

/** What people do not want to be told again in a document. */
export async function dismissalsOf(reader: Reader, document: string) {
  return reader
    .selectFrom('dismissal')
    .select(['subject', 'reason', 'person', 'at'])
    .where('document_id', '=', document)
    .orderBy('at')
    .execute();
}

export async function putDismissal(trx: Writer, row: Insertable<DismissalTable>): Promise<void> {
  const { reason, person, at } = row;
  await trx
    .insertInto('dismissal')
    .values(row)
    .onConflict((conflict) => conflict.columns(['document_id', 'subject']).doUpdateSet({ reason, person, at }))
    .execute();
}

export async function removeDismissal(trx: Writer, document: string, subject: string): Promise<void> {
  await trx.deleteFrom('dismissal').where('document_id', '=', document).where('subject', '=', subject).execute();
}
