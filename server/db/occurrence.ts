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
  const mentions = reader
    .selectFrom('mention')
    .innerJoin('document', 'document.id', 'mention.document_id')
    .where('document.project_id', '=', project)
    .where('document.archived_at', 'is', null)
    .where('mention.entity', '=', entity);
  // The row that begins last in front of a place: reading every row of a document up to it would take its length.
  const inPersian = mentions
    .innerJoin('segment', (join) =>
      join
        .onRef('segment.document_id', '=', 'mention.document_id')
        .on('segment.source_from', '=', (from) =>
          from
            .selectFrom('segment as before')
            .select((before) => before.fn.max('before.source_from').as('from'))
            .whereRef('before.document_id', '=', 'mention.document_id')
            .whereRef('before.source_from', '<=', 'mention.source_from'),
        )
        .onRef('segment.source_to', '>', 'mention.source_from'),
    )
    .select(occurrence);
  const inEnglish = mentions
    .innerJoin('segment', (join) =>
      join.onRef('segment.document_id', '=', 'mention.document_id').onRef('segment.id', '=', 'mention.segment'),
    )
    .where('mention.source_from', 'is', null)
    .select(occurrence);
  const rows = [...(await inPersian.execute()), ...(await inEnglish.execute())];
  return rows.sort(byPlace).map((row) => ({
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

const occurrence = [
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
] as const;

interface Placed {
  readonly document: string;
  readonly start: number;
  readonly source_from: number | null;
  readonly rendering_from: number | null;
  readonly mention: string;
}

/** The order in which a document is read; in one segment those without Persian last, by their English. The databases do not
 *  agree on where they put what is `null`. */
function byPlace(a: Placed, b: Placed): number {
  if (a.document !== b.document) return a.document < b.document ? -1 : 1;
  const late = Number.MAX_SAFE_INTEGER;
  return (
    a.start - b.start ||
    (a.source_from ?? late) - (b.source_from ?? late) ||
    (a.rendering_from ?? late) - (b.rendering_from ?? late) ||
    (a.mention < b.mention ? -1 : 1)
  );
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

/** How many mentions of an entity each document of a project has, by their label; archived ones count too. */
export async function extentOf(
  reader: Reader,
  project: string,
  entity: string,
): Promise<readonly { readonly document: string; readonly label: string; readonly count: number }[]> {
  const rows = await reader
    .selectFrom('mention')
    .innerJoin('document', 'document.id', 'mention.document_id')
    .select((from) => ['document.id as document', 'mention.label as label', from.fn.countAll<number>().as('count')])
    .where('document.project_id', '=', project)
    .where('mention.entity', '=', entity)
    .groupBy(['document.id', 'mention.label'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** A document as a list names it. */
export interface TitledDocument {
  readonly id: string;
  readonly title: string;
}

/** The documents in use of a project in which an accepted mention of an entity has English, oldest first. */
export function documentsNaming(reader: Reader, project: string, entity: string): Promise<readonly TitledDocument[]> {
  return reader
    .selectFrom('document')
    .select(['document.id', 'document.title'])
    .where('document.project_id', '=', project)
    .where('document.archived_at', 'is', null)
    .where('document.id', 'in', (from) =>
      from
        .selectFrom('mention')
        .select('mention.document_id')
        .where('mention.entity', '=', entity)
        .where('mention.state', '=', 'accepted')
        .where('mention.rendering', '!=', ''),
    )
    .orderBy('document.id')
    .execute();
}
