import type { Mark } from '../../shared/wire/step.ts';
import type { Reader } from './database.ts';

/** The mark of a version; `null` where it was made before there were marks, `undefined` where the document has no such
 *  version. A new document, which never changes, is known by its id. */
export async function markOf(reader: Reader, document: string, version: number): Promise<Mark | undefined> {
  if (version === 0) {
    const row = await reader.selectFrom('document').select('id').where('id', '=', document).executeTakeFirst();
    return row?.id;
  }
  const row = await reader
    .selectFrom('step')
    .select('mark')
    .where('document_id', '=', document)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.mark;
}
