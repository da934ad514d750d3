import type { Insertable, Selectable } from 'kysely';
import type { Span } from '../../shared/core/span.ts';
import type { EarlierMention } from '../../shared/names/suggestion/suggestion.ts';
import { inBatches, insertInBatches } from './batch.ts';
import type { MentionTable, Reader, Writer } from './database.ts';

export type MentionRow = Insertable<MentionTable>;
export type StoredMention = Selectable<MentionTable>;

const BATCH = 250;

/** Adds rows, in place of those of the same mentions. */
export function putMentions(trx: Writer, rows: readonly MentionRow[]): Promise<void> {
  return insertInBatches(trx, rows, BATCH, (batch) =>
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
          rendering_from: row.ref('excluded.rendering_from'),
          rendering_to: row.ref('excluded.rendering_to'),
        })),
      ),
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

/** True for a document in which a name is marked. */
export async function hasMentions(reader: Reader, document: string): Promise<boolean> {
  const row = await reader
    .selectFrom('mention')
    .select('id')
    .where('document_id', '=', document)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The accepted mentions whose Persian begins in `stretch` of the source, and those whose English stands in one of `segments`. Two
 *  questions, each answered by its index: together, they would be one that looks through all mentions of the document. */
export async function mentionsIn(
  reader: Reader,
  document: string,
  { from, to }: Span,
  segments: readonly string[],
): Promise<readonly StoredMention[]> {
  const accepted = reader
    .selectFrom('mention')
    .selectAll()
    .where('document_id', '=', document)
    .where('state', '=', 'accepted');
  const here = await accepted.where('source_from', '>=', from).where('source_from', '<', to).execute();
  const rendered = await accepted
    .where('segment', 'in', segments)
    .where((row) =>
      row.or([row('source_from', 'is', null), row('source_from', '<', from), row('source_from', '>=', to)]),
    )
    .execute();
  return [...here, ...rendered];
}

/** The Persian surfaces that are accepted as mentions in a project, each with its label, its entity and how often, but for
 *  those of one document and of archived ones. */
export async function earlierMentionsOf(
  reader: Reader,
  project: string,
  except: string,
): Promise<readonly EarlierMention[]> {
  const rows = await reader
    .selectFrom('mention')
    .innerJoin('document', 'document.id', 'mention.document_id')
    .select((from) => ['mention.surface', 'mention.label', 'mention.entity', from.fn.countAll<number>().as('count')])
    .where('document.project_id', '=', project)
    .where('document.archived_at', 'is', null)
    .where('document.id', '!=', except)
    .where('mention.state', '=', 'accepted')
    .where('mention.surface', '!=', '')
    .groupBy(['mention.surface', 'mention.label', 'mention.entity'])
    .orderBy('mention.surface')
    .orderBy('mention.label')
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}
