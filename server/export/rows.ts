import { setImmediate as turn } from 'node:timers/promises';
import type { Node } from 'prosemirror-model';
import type { Span } from '../../shared/core/span.ts';
import type { Taken } from '../../shared/core/taken.ts';
import { segmentNodes } from '../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../shared/doc/model/schema.ts';
import { corpusMentions } from '../../shared/formats/corpus/mention.ts';
import type { CorpusLink, CorpusRow, EntityNames } from '../../shared/formats/corpus/row.ts';
import type { Context } from '../context.ts';
import { documentById, documentHead } from '../db/document.ts';
import { entityNames } from '../db/entity-name.ts';
import { type SegmentRow, segmentPage } from '../db/segment-page.ts';
import { UnknownRecord } from '../db/unknown.ts';
import { placeOf } from '../timeline/projection-row.ts';
import type { Source } from '../timeline/source.ts';
import { readStoredLinks, type SentenceLink, sentenceLinks } from '../timeline/stored-links.ts';
import { type MentionsBySegment, mentionPages, rebuiltMentions } from './row-mentions.ts';

export interface ExportedDocuments {
  /** Ids, in the order of the export. */
  readonly documents: readonly string[];
  /** The version to export instead of the head. */
  readonly version?: number | undefined;
}

/** Rows that are read at once, and so all that an export of a head keeps in memory. */
const PAGE = 500;

/**
 * The segments of documents in the order of their sources, each document at one version throughout.
 *
 * A head is read from the projections, page by page and without a transaction, so that a slow reader is in nobody's way.
 * Where the head moves meanwhile, the rest comes from the document, rebuilt at the version that the export began with.
 * Mentions that nobody has accepted are left out; the names of their entities are those of today, whatever the version.
 */
export async function* exportPages(
  ctx: Context,
  { documents, version }: ExportedDocuments,
): AsyncGenerator<readonly CorpusRow[]> {
  for (const id of documents) {
    const row = await documentById(ctx.store.db, id);
    if (!row) throw new UnknownRecord('document', id);
    if (version !== undefined && version > row.version) throw new UnknownRecord('version', `${version}`);
    const names: NamesOf = (ids) => entityNames(ctx.store.db, row.project_id, ids);
    yield* documentPages(ctx, { id, title: row.title, version: version ?? row.version, names });
  }
}

/** What entities are called, by their ids; those that are not known are left out. */
export type NamesOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, EntityNames>>;

/** A document to be read, with what is said of it in its rows. */
export interface Exported {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly names: NamesOf;
}

/** The same one by one. */
export async function* exportRows(ctx: Context, exported: ExportedDocuments): AsyncGenerator<CorpusRow> {
  for await (const page of exportPages(ctx, exported)) yield* page;
}

/** The segments of one document at a version that it has. */
export async function* documentPages(ctx: Context, document: Exported): AsyncGenerator<readonly CorpusRow[]> {
  const head = await documentHead(ctx.store.db, document.id);
  if (!head) throw new UnknownRecord('document', document.id);
  yield* document.version === head.version ? headRows(ctx, document) : rowsAfter(ctx, document, undefined);
}

async function* headRows(ctx: Context, document: Exported): AsyncGenerator<readonly CorpusRow[]> {
  const { db, engine } = ctx.store;
  const readMentions = mentionPages(db, document.id);
  let last: SegmentRow | undefined;
  for (;;) {
    const page = await segmentPage(db, engine, document.id, last, PAGE);
    const mentions = await readMentions(page);
    const head = await documentHead(db, document.id);
    if (head?.version !== document.version) {
      yield* rowsAfter(ctx, document, last?.id);
      return;
    }
    const complete = await withMentions(document, mentions);
    yield page.map((row) => complete(projectedRow(document, row)));
    last = page.at(-1);
    if (page.length < PAGE) return;
    // The embedded database answers at once, and a file takes all that comes: without this nobody else would be served.
    await turn();
  }
}

/** The rows of a document as it was, from the one behind segment `after` on. */
async function* rowsAfter(
  ctx: Context,
  document: Exported,
  after: string | undefined,
): AsyncGenerator<readonly CorpusRow[]> {
  const { doc, source } = await ctx.timeline.at(ctx.store.db, document.id, document.version);
  const complete = await withMentions(document, rebuiltMentions(doc, source.text));
  let begun = after === undefined;
  let page: CorpusRow[] = [];
  for (const node of segmentNodes(doc)) {
    if (begun) page.push(complete(rebuiltRow(document, source, node)));
    else begun = segmentAttrs(node).id === after;
    if (page.length < PAGE) continue;
    yield page;
    page = [];
    await turn();
  }
  yield page;
}

/** Puts into a row what it has of `mentions`, with the names of their entities. */
async function withMentions({ names: namesOf }: Exported, mentions: MentionsBySegment) {
  const linked = [...mentions.values()].flat().flatMap(({ entity }) => entity ?? []);
  const names = await namesOf([...new Set(linked)]);
  return (row: CorpusRow): CorpusRow => {
    const own = mentions.get(row.segment);
    return own ? { ...row, mentions: corpusMentions(row, own, names) } : row;
  };
}

const none: readonly never[] = [];

/** Links with what their words read. */
function corpusLinks(fa: string, en: string, links: readonly SentenceLink[]): readonly CorpusLink[] {
  const marked = (text: string, { from, to }: Span) => ({ from, to, text: text.slice(from, to) });
  return links.map((link) => ({ fa: marked(fa, link.fa), en: marked(en, link.en), sure: link.sure }));
}

/** A row without mentions. */
function projectedRow({ id, title, version }: Exported, row: SegmentRow): CorpusRow {
  const projected: CorpusRow = {
    document: id,
    title,
    version,
    segment: row.id,
    paragraph: row.paragraph,
    statement: row.statement,
    kind: row.kind,
    fa: row.source,
    en: row.rendering,
    status: row.status,
    origin: row.origin,
    alignment: row.alignment && { state: row.alignment, score: row.score === null ? null : row.score / 1000 },
    leftOut: row.left_out === 1,
    from: row.source_from,
    to: row.source_to,
    mentions: none,
    links: row.links === null ? none : corpusLinks(row.source, row.rendering, readStoredLinks(row.links).links),
    remarks: none,
  };
  return row.taken === null ? projected : { ...projected, taken: JSON.parse(row.taken) as Taken };
}

function rebuiltRow({ id, title, version }: Exported, { text, outline }: Source, node: Node): CorpusRow {
  const { id: segment, from, to, kind, status, origin, taken, alignment, leftOut } = segmentAttrs(node);
  return {
    document: id,
    title,
    version,
    segment,
    paragraph: placeOf(outline.paragraphs, from),
    statement: placeOf(outline.statements, from),
    kind,
    fa: text.slice(from, to),
    en: node.textContent,
    status,
    origin,
    ...(taken && { taken }),
    // As exactly as the head's row keeps it, so that a version reads the same once it is no head any more.
    alignment: alignment && {
      ...alignment,
      score: alignment.score === null ? null : Math.round(alignment.score * 1000) / 1000,
    },
    leftOut,
    from,
    to,
    mentions: none,
    links: corpusLinks(text.slice(from, to), node.textContent, sentenceLinks(node)),
    remarks: [],
  };
}
