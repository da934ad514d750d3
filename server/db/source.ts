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

/** The sources of a project that have so many bytes (UTF-8), with the titles of their documents, the oldest first. A database knows
 *  the size of a text without reading it. */
export async function sourcesOfSize(
  reader: Reader,
  project: string,
  bytes: number,
): Promise<readonly { readonly title: string; readonly text: string }[]> {
  return reader
    .selectFrom('source')
    .innerJoin('document', 'document.id', 'source.document_id')
    .select(['document.title', 'source.text'])
    .where('document.project_id', '=', project)
    .where('document.archived_at', 'is', null)
    .where((from) => from.fn('octet_length', ['source.text']), '=', bytes)
    .orderBy('document.created_at')
    .execute();
}

/** The title of a document of the project that has this very text for its source, the oldest first; `null` for none. */
export async function documentWithSource(reader: Reader, project: string, text: string): Promise<string | null> {
  const row = await reader
    .selectFrom('source')
    .innerJoin('document', 'document.id', 'source.document_id')
    .select('document.title')
    .where('document.project_id', '=', project)
    .where('document.archived_at', 'is', null)
    .where((from) => from.fn('octet_length', ['source.text']), '=', Buffer.byteLength(text))
    .where('source.text', '=', text)
    .orderBy('document.created_at')
    .limit(1)
    .executeTakeFirst();
  return row?.title ?? null;
}
