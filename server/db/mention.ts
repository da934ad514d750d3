import type { Insertable } from 'kysely';
import { inBatches } from './batch.ts';
import type { MentionTable, Writer } from './database.ts';

export type MentionRow = Insertable<MentionTable>;

const BATCH = 250;

/** Adds rows, in place of those of the same mentions. */
export function putMentions(trx: Writer, rows: readonly MentionRow[]): Promise<void> {
  return inBatches(rows, BATCH, (batch) =>
    trx
      .insertInto('mention')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['document_id', 'id']).doUpdateSet((row) => ({
          source_from: row.ref('excluded.source_from'),
          source_to: row.ref('excluded.source_to'),
          label: row.ref('excluded.label'),
          entity: row.ref('excluded.entity'),
          state: row.ref('excluded.state'),
          segment: row.ref('excluded.segment'),
          surface: row.ref('excluded.surface'),
          surface_key: row.ref('excluded.surface_key'),
          rendering: row.ref('excluded.rendering'),
          rendering_key: row.ref('excluded.rendering_key'),
        })),
      )
      .execute(),
  );
}

export function removeMentions(trx: Writer, document: string, ids: readonly string[]): Promise<void> {
  return inBatches(ids, BATCH, (batch) =>
    trx.deleteFrom('mention').where('document_id', '=', document).where('id', 'in', batch).execute(),
  );
}

export async function clearMentions(trx: Writer, document: string): Promise<void> {
  await trx.deleteFrom('mention').where('document_id', '=', document).execute();
}
