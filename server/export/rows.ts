import type { Node } from 'prosemirror-model';
import type { Span } from '../../shared/core/span.ts';
import { segmentNodes } from '../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../shared/doc/model/schema.ts';
import { corpusMentions } from '../../shared/formats/corpus/mention.ts';
import type { CorpusLink, CorpusRow } from '../../shared/formats/corpus/row.ts';
import type { Context } from '../context.ts';
import { documentById, documentHead } from '../db/document.ts';
import { entityNames } from '../db/entity-name.ts';
import { type StoredSegment, segmentsAfter } from '../db/segment.ts';
import { UnknownRecord } from '../db/unknown.ts';
import { placeOf } from '../timeline/projection-row.ts';
import type { Source } from '../timeline/rebuild.ts';
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
export async function* exportRows(ctx: Context, { documents, version }: ExportedDocuments): AsyncGenerator<CorpusRow> {
  for (const id of documents) {
    const row = await documentById(ctx.store.db, id);
    if (!row) throw new UnknownRecord('document', id);
    const document = { id, title: row.title, project: row.project_id, version: version ?? row.version };
    if (document.version > row.version) throw new UnknownRecord('version', `${version}`);
    yield* document.version === row.version ? headRows(ctx, document) : rowsAfter(ctx, document, undefined);
  }
}

interface Exported {
  readonly id: string;
  readonly title: string;
  readonly project: string;
  readonly version: number;
}

/** A row whose mentions are still to come. */
type BareRow = Omit<CorpusRow, 'mentions'>;

async function* headRows(ctx: Context, document: Exported): AsyncGenerator<CorpusRow> {
  const { db } = ctx.store;
  const readMentions = mentionPages(db, document.id);
  let last: StoredSegment | undefined;
  for (;;) {
    const page = await segmentsAfter(db, document.id, last, PAGE);
    const mentions = await readMentions(page);
    const head = await documentHead(db, document.id);
    if (head?.version !== document.version) {
      yield* rowsAfter(ctx, document, last?.id);
      return;
    }
    const complete = await withMentions(ctx, document.project, mentions);
    for (const row of page) yield complete(projectedRow(document, row));
    last = page.at(-1);
    if (page.length < PAGE) return;
  }
}

/** The rows of a document as it was, from the one behind segment `after` on. */
async function* rowsAfter(ctx: Context, document: Exported, after: string | undefined): AsyncGenerator<CorpusRow> {
  const { doc, source } = await ctx.timeline.at(ctx.store.db, document.id, document.version);
  const complete = await withMentions(ctx, document.project, rebuiltMentions(doc, source.text));
  let begun = after === undefined;
  for (const node of segmentNodes(doc)) {
    if (begun) yield complete(rebuiltRow(document, source, node));
    else begun = segmentAttrs(node).id === after;
  }
}
/** Puts into a row what it has of `mentions`, with the names of their entities. */
async function withMentions(ctx: Context, project: string, mentions: MentionsBySegment) {
  const linked = [...mentions.values()].flat().flatMap(({ entity }) => entity ?? []);
  const names = await entityNames(ctx.store.db, project, [...new Set(linked)]);
  return (row: BareRow): CorpusRow => ({
    ...row,
    mentions: corpusMentions(row, mentions.get(row.segment) ?? [], names),
  });
}

/** Links with what their words read. */
function corpusLinks(fa: string, en: string, links: readonly SentenceLink[]): readonly CorpusLink[] {
  const marked = (text: string, { from, to }: Span) => ({ from, to, text: text.slice(from, to) });
  return links.map((link) => ({ fa: marked(fa, link.fa), en: marked(en, link.en), sure: link.sure }));
}

function projectedRow({ id, title, version }: Exported, row: StoredSegment): BareRow {
  return {
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
    links: corpusLinks(row.source, row.rendering, readStoredLinks(row.links).links),
    remarks: [],
  };
}

function rebuiltRow({ id, title, version }: Exported, { text, outline }: Source, node: Node): BareRow {
  const { id: segment, from, to, kind, status, origin, alignment, leftOut } = segmentAttrs(node);
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
    alignment,
    leftOut,
    from,
    to,
    links: corpusLinks(text.slice(from, to), node.textContent, sentenceLinks(node)),
    remarks: [],
  };
}
