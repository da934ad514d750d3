import type { Node } from 'prosemirror-model';
import type { Span } from '../../shared/core/span.ts';
import { markedMentions } from '../../shared/doc/model/marked.ts';
import { segmentNodes } from '../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../shared/doc/model/schema.ts';
import { nameParts, type SourceRow, type StandingMention } from '../../shared/formats/corpus/mention.ts';
import type { Reader } from '../db/database.ts';
import { hasMentions, mentionsIn, type StoredMention } from '../db/mention.ts';
import { type StoredSegment, segmentsFrom } from '../db/segment.ts';
import { placeOf } from '../timeline/projection-row.ts';

/** The accepted mentions of some segments, by id of the segment; one that crosses a border is with each that it touches. */
export type MentionsBySegment = ReadonlyMap<string, readonly StandingMention[]>;

/** What of a segment tells where its mentions stand. */
type PlacedSegment = Pick<StoredSegment, 'id' | 'source_from' | 'source_to' | 'source'>;

/** Reads the mentions of a document from the projections as its segments are read: page by page, in their order. Of one that
 *  goes on over the end of a page the segments behind it are looked up. */
export function mentionPages(db: Reader, document: string) {
  let end = 0;
  let reaching: readonly StandingMention[] = [];
  let hasAny: boolean | null = null;
  return async (page: readonly PlacedSegment[]): Promise<MentionsBySegment> => {
    hasAny ??= await hasMentions(db, document);
    if (page.length === 0 || !hasAny) return new Map();
    const stretch = { from: end, to: page.at(-1)?.source_to ?? end };
    const ids = page.map(({ id }) => id);
    const rows = await mentionsIn(db, document, stretch, ids);
    const last = Math.max(stretch.to, ...rows.map(({ source_to }) => source_to ?? 0));
    const behind = last > stretch.to ? await segmentsFrom(db, document, { from: stretch.to, to: last }) : [];
    const sources = [...page, ...behind].map(sourceRow);
    const before = new Map(reaching.map((mention) => [mention.id, mention]));
    const mentions = new Map([
      ...before,
      ...rows.map((row) => [row.id, before.get(row.id) ?? standing(row, sources)] as const),
    ]);
    end = stretch.to;
    reaching = [...mentions.values()].filter(({ source }) => source !== null && source.to > end);
    return projectedMentions(page, [...mentions.values()]);
  };
}

/** The same of a whole document. */
export function rebuiltMentions(doc: Node, source: string): MentionsBySegment {
  const found = new Map<string, StandingMention[]>();
  const rows = new Map<string, SourceRow>();
  for (const node of segmentNodes(doc)) {
    const { id, from, to } = segmentAttrs(node);
    rows.set(id, { segment: id, from, to, fa: source.slice(from, to) });
  }
  for (const { id, label, entity, state, from, to, rendering, segments } of markedMentions(doc, source)) {
    if (state !== 'accepted') continue;
    const range = from === null || to === null ? null : { from, to };
    const parts =
      range &&
      nameParts(
        range,
        segments.flatMap((segment) => rows.get(segment) ?? []),
      );
    const mention = { id, label, entity, source: range, rendering, ...(parts && { parts }) };
    for (const segment of segments) add(found, segment, mention);
  }
  return found;
}

function sourceRow({ id, source_from, source_to, source }: PlacedSegment): SourceRow {
  return { segment: id, from: source_from, to: source_to, fa: source };
}

function projectedMentions(page: readonly PlacedSegment[], mentions: readonly StandingMention[]): MentionsBySegment {
  const spans = page.map(({ source_from: from, source_to: to }) => ({ from, to }));
  const found = new Map<string, StandingMention[]>();
  for (const mention of mentions) {
    const { source, rendering } = mention;
    const touched = new Set(rendering ? [rendering.segment] : []);
    if (source) {
      for (let index = placeOf(spans, source.from); (spans[index]?.from ?? source.to) < source.to; index++) {
        // A row without Persian has no part of a mention that goes on over its place.
        if (spans[index]?.from !== spans[index]?.to) touched.add(page[index]?.id ?? '');
      }
    }
    for (const segment of touched) add(found, segment, mention);
  }
  return found;
}

/** `sources` are all segments from where it begins to where it ends, and more. */
function standing(row: StoredMention, sources: readonly SourceRow[]): StandingMention {
  const { id, label, entity, segment, source_from, source_to, rendering_from, rendering_to } = row;
  const source = source_from === null || source_to === null ? null : { from: source_from, to: source_to };
  const isPlaced = segment !== null && rendering_from !== null && rendering_to !== null;
  const rendering = isPlaced ? { segment, from: rendering_from, to: rendering_to } : null;
  const parts = source && nameParts(source, around(sources, source));
  return { id, label, entity, source, rendering, ...(parts && { parts }) };
}

/** The rows that a range may stand in. */
function around(rows: readonly SourceRow[], { from, to }: Span): readonly SourceRow[] {
  const start = placeOf(rows, from);
  let end = start;
  while ((rows[end]?.from ?? to) < to) end += 1;
  return rows.slice(start, end);
}

function add(found: Map<string, StandingMention[]>, segment: string, mention: StandingMention): void {
  const known = found.get(segment);
  if (known) known.push(mention);
  else found.set(segment, [mention]);
}
