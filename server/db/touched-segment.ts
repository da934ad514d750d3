import { inBatches } from './batch.ts';
import type { Writer } from './database.ts';

/** Notes segments that the last checkpoint of a document has changed; gives how many it had not before. */
export async function putTouched(trx: Writer, document: string, segments: readonly string[]): Promise<number> {
  const rows = segments.map((segment) => ({ document_id: document, segment }));
  let fresh = 0;
  await inBatches(rows, 1000, async (batch) => {
    const { numInsertedOrUpdatedRows = 0n } = await trx
      .insertInto('touched_segment')
      .values(batch)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    fresh += Number(numInsertedOrUpdatedRows);
  });
  return fresh;
}

/** Forgets them, where another checkpoint begins. */
export async function clearTouched(trx: Writer, document: string): Promise<void> {
  await trx.deleteFrom('touched_segment').where('document_id', '=', document).execute();
}
