import type { Reader } from './database.ts';

/** A mention in its sentence, as a concordance shows it. Ranges count in `fa` and `en`. */
export interface Occurrence {
  readonly document: string;
  readonly title: string;
  readonly mention: string;
  readonly segment: string;
  readonly label: string;
  readonly fa: string;
  readonly en: string;
  readonly source: { readonly from: number; readonly to: number } | null;
  readonly rendering: { readonly from: number; readonly to: number } | null;
}

/** Where an entity is mentioned in a project, document by document in the order of their sources. A mention without a
 *  source range stands with the segment of its English; archived documents are left out. */
export async function occurrencesOf(reader: Reader, project: string, entity: string): Promise<readonly Occurrence[]> {
  const rows = await reader
    .selectFrom('mention')
    .innerJoin('document', 'document.id', 'mention.document_id')
    .innerJoin('segment', (join) =>
      join
        .onRef('segment.document_id', '=', 'mention.document_id')
        .on((on) =>
          on.or([
            on.and([
              on('segment.source_from', '<=', on.ref('mention.source_from')),
              on('segment.source_to', '>', on.ref('mention.source_from')),
            ]),
            on.and([on('mention.source_from', 'is', null), on('segment.id', '=', on.ref('mention.segment'))]),
          ]),
        ),
    )
    .select([
      'document.id as document',
      'document.title',
      'mention.id as mention',
      'mention.label',
      'mention.source_from',
      'mention.source_to',
      'mention.segment as anchored',
      'mention.rendering_from',
      'mention.rendering_to',
      'segment.id as segment',
      'segment.source_from as start',
      'segment.source',
      'segment.rendering',
    ])
    .where('document.project_id', '=', project)
    .where('document.archived_at', 'is', null)
    .where('mention.entity', '=', entity)
    .orderBy('document.id')
    .orderBy('segment.source_from')
    .orderBy('mention.id')
    .execute();
  return rows.map((row) => ({
    document: row.document,
    title: row.title,
    mention: row.mention,
    segment: row.segment,
    label: row.label,
    fa: row.source,
    en: row.rendering,
    source: within(row.source_from, row.source_to, row.start, row.source.length),
    rendering:
      row.anchored === row.segment ? within(row.rendering_from, row.rendering_to, 0, row.rendering.length) : null,
  }));
}

function within(from: number | null, to: number | null, start: number, length: number): Occurrence['source'] {
  if (from === null || to === null) return null;
  return { from: from - start, to: Math.min(to - start, length) };
}

/** The documents of a project in which an entity is mentioned, archived ones too. */
export async function documentsMentioning(reader: Reader, project: string, entity: string): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('mention')
    .innerJoin('document', 'document.id', 'mention.document_id')
    .select('document.id')
    .distinct()
    .where('document.project_id', '=', project)
    .where('mention.entity', '=', entity)
    .orderBy('document.id')
    .execute();
  return rows.map(({ id }) => id);
}
