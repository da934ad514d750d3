import type { Node } from 'prosemirror-model';
import { markedMentions } from '../../shared/doc/model/marked.ts';
import type { StandingMention } from '../../shared/formats/corpus/mention.ts';
import type { Reader } from '../db/database.ts';
import { mentionsIn, type StoredMention } from '../db/mention.ts';
import type { StoredSegment } from '../db/segment.ts';
import { placeOf } from '../timeline/projection-row.ts';

/** The accepted mentions of some segments, by id of the segment; one that crosses a border is with each that it touches. */
export type MentionsBySegment = ReadonlyMap<string, readonly StandingMention[]>;

/** Reads the mentions of a document from the projections as its segments are read: page by page, in their order. */
export function mentionPages(db: Reader, document: string) {
  let end = 0;
  let reaching: readonly StoredMention[] = [];
  return async (page: readonly StoredSegment[]): Promise<MentionsBySegment> => {
    if (page.length === 0) return new Map();
    const stretch = { from: end, to: page.at(-1)?.source_to ?? end };
    const ids = page.map(({ id }) => id);
    const rows = new Map([...reaching, ...(await mentionsIn(db, document, stretch, ids))].map((row) => [row.id, row]));
    end = stretch.to;
    reaching = [...rows.values()].filter(({ source_to }) => source_to !== null && source_to > end);
    return projectedMentions(page, [...rows.values()]);
  };
}

/** The same of a whole document. */
export function rebuiltMentions(doc: Node, source: string): MentionsBySegment {
  const found = new Map<string, StandingMention[]>();
  for (const { id, label, entity, state, from, to, rendering, segments } of markedMentions(doc, source)) {
    if (state !== 'accepted') continue;
    const mention = { id, label, entity, source: from === null || to === null ? null : { from, to }, rendering };
    for (const segment of segments) add(found, segment, mention);
  }
  return found;
}

function projectedMentions(page: readonly StoredSegment[], rows: readonly StoredMention[]): MentionsBySegment {
  const spans = page.map(({ source_from: from, source_to: to }) => ({ from, to }));
  const found = new Map<string, StandingMention[]>();
  for (const row of rows) {
    const mention = standing(row);
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

function standing(row: StoredMention): StandingMention {
  const { id, label, entity, segment, source_from, source_to, rendering_from, rendering_to } = row;
  const source = source_from === null || source_to === null ? null : { from: source_from, to: source_to };
  const isPlaced = segment !== null && rendering_from !== null && rendering_to !== null;
  return {
    id,
    label,
    entity,
    source,
    rendering: isPlaced ? { segment, from: rendering_from, to: rendering_to } : null,
  };
}

function add(found: Map<string, StandingMention[]>, segment: string, mention: StandingMention): void {
  const known = found.get(segment);
  if (known) known.push(mention);
  else found.set(segment, [mention]);
}
