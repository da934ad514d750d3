import { isConfirmed, type Status, statuses } from '../../shared/core/status.ts';
import type { Reader } from './database.ts';

/** The segments whose links are asked for: those of one document, or of all documents in use of a project. */
export interface LinkScope {
  readonly project: string;
  readonly document?: string | undefined;
}

/** A segment with its links as they are stored. */
export interface LinkedSegment {
  readonly document: string;
  readonly title: string;
  readonly id: string;
  readonly from: number;
  readonly status: Status;
  readonly fa: string;
  readonly en: string;
  readonly links: string | null;
}

const confirmed = statuses.filter(isConfirmed);

/** Rows that are read at once. */
const PAGE = 1000;

/** The segments of a scope that have links, document by document in the order of their sources; page by page, so that
 *  however many there are, few are held. */
export function linkedSegments(reader: Reader, scope: LinkScope): AsyncGenerator<LinkedSegment> {
  return paged(reader, scope, 'linked');
}

/** The segments of a scope that somebody confirmed, with or without links, in the same order: of those that were aligned, the
 *  ones whose alignment is confirmed; of the others, those that are translated at least. */
export function confirmedSegments(reader: Reader, scope: LinkScope): AsyncGenerator<LinkedSegment> {
  return paged(reader, scope, 'confirmed');
}

/** The same as long as no document in use of a project changes. */
export async function projectStamp(reader: Reader, project: string): Promise<string> {
  const { documents, versions } = await reader
    .selectFrom('document')
    .select(({ fn }) => [fn.countAll().as('documents'), fn.sum('version').as('versions')])
    .where('project_id', '=', project)
    .where('archived_at', 'is', null)
    .executeTakeFirstOrThrow();
  return `${documents} ${versions}`;
}

type Which = 'linked' | 'confirmed';

async function* paged(reader: Reader, scope: LinkScope, which: Which): AsyncGenerator<LinkedSegment> {
  let last: LinkedSegment | undefined;
  for (;;) {
    const page = await pageAfter(reader, scope, which, last);
    yield* page;
    last = page.at(-1);
    if (page.length < PAGE) return;
  }
}

function pageAfter(
  reader: Reader,
  { project, document }: LinkScope,
  which: Which,
  last: LinkedSegment | undefined,
): Promise<readonly LinkedSegment[]> {
  let query = reader
    .selectFrom('segment')
    .innerJoin('document', 'document.id', 'segment.document_id')
    .select([
      'document.id as document',
      'document.title',
      'segment.id',
      'segment.source_from as from',
      'segment.status',
      'segment.source as fa',
      'segment.rendering as en',
      'segment.links',
    ])
    .where('document.project_id', '=', project)
    .where('document.archived_at', 'is', null)
    .orderBy('segment.document_id')
    .orderBy('segment.source_from')
    .orderBy('segment.id')
    .limit(PAGE);
  query =
    which === 'linked'
      ? query.where('segment.links', 'is not', null)
      : query
          .where('segment.rendering', '!=', '')
          .where('segment.source', '!=', '')
          .where((row) =>
            row.or([
              row('segment.alignment', '=', 'confirmed'),
              row.and([row('segment.alignment', 'is', null), row('segment.status', 'in', confirmed)]),
            ]),
          );
  if (document !== undefined) query = query.where('segment.document_id', '=', document);
  if (last) {
    const { document: id, from, id: segment } = last;
    query = query.where((row) =>
      row.or([
        row('segment.document_id', '>', id),
        row.and([row('segment.document_id', '=', id), row('segment.source_from', '>', from)]),
        row.and([
          row('segment.document_id', '=', id),
          row('segment.source_from', '=', from),
          row('segment.id', '>', segment),
        ]),
      ]),
    );
  }
  return query.execute();
}
