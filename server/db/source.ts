import type { Outline } from '../../shared/core/outline.ts';
import type { Reader, Writer } from './database.ts';

/** Stores a source; `outline` is the JSON of its outline. */
export async function insertSource(trx: Writer, document: string, text: string, outline: string): Promise<void> {
  await trx.insertInto('source').values({ document_id: document, text, outline }).execute();
}

export async function sourceOf(reader: Reader, document: string): Promise<{ text: string; outline: Outline }> {
  const row = await reader
    .selectFrom('source')
    .select(['text', 'outline'])
    .where('document_id', '=', document)
    .executeTakeFirstOrThrow();
  return { text: row.text, outline: JSON.parse(row.outline) as Outline };
}
