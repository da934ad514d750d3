import type { Node } from 'prosemirror-model';
import type { Span } from '../../shared/core/span.ts';
import { mentionAttrs, segmentAttrs } from '../../shared/doc/model/schema.ts';
import { foldKey } from '../../shared/language/characters/fold.ts';
import { countWords } from '../../shared/language/words/token.ts';
import { nameStarts } from '../../shared/names/entity/name-starts.ts';
import type { MentionRow } from '../db/mention.ts';
import type { SegmentRow } from '../db/segment.ts';
import type { Anchored } from './anchored.ts';
import type { Source } from './source.ts';
import { storedLinks } from './stored-links.ts';

/** The row of a segment, whose `turn` is its place among those that begin where it does. A segment that a merge has drawn over
 *  several statements counts to the first of them. */
export function segmentRow(document: string, { text, outline }: Source, node: Node, turn: number): SegmentRow {
  const { id, from, to, kind, status, origin, taken, alignment, leftOut } = segmentAttrs(node);
  const source = text.slice(from, to);
  const rendering = node.textContent;
  const key = foldKey(source, 'search');
  return {
    document_id: document,
    id,
    source_from: from,
    source_to: to,
    paragraph: placeOf(outline.paragraphs, from),
    statement: placeOf(outline.statements, from),
    kind,
    source,
    source_key: key,
    name_starts: nameStarts(source, key),
    rendering,
    rendering_key: foldKey(rendering, 'search'),
    status,
    origin,
    words: countWords(source),
    links: storedLinks(node),
    turn,
    alignment: alignment?.state ?? null,
    score: alignment?.score == null ? null : Math.round(alignment.score * 1000),
    left_out: leftOut ? 1 : 0,
    taken: taken && JSON.stringify(taken),
  };
}

/** The place of each of `segments`, which follow each other, among those that begin at the same offset; `before` is the last
 *  one in front of them, with its own. */
export function turns(
  segments: readonly Node[],
  before?: { readonly node: Node; readonly turn: number },
): readonly number[] {
  let last = before;
  return segments.map((node) => {
    const isSame = last !== undefined && segmentAttrs(last.node).from === segmentAttrs(node).from;
    const turn = isSame && last ? last.turn + 1 : 0;
    last = { node, turn };
    return turn;
  });
}

/** The row of a mention, whose English stands at `place`. */
export function mentionRow(document: string, source: Source, node: Node, place: Anchored | undefined): MentionRow {
  const { id, from, to, label, entity, state } = mentionAttrs(node);
  const surface = from === null || to === null ? '' : source.text.slice(from, to);
  const rendering = place?.text ?? '';
  return {
    document_id: document,
    id,
    source_from: from,
    source_to: to,
    label,
    entity,
    state,
    segment: place?.segment ?? null,
    surface,
    surface_key: foldKey(surface, 'search'),
    rendering,
    rendering_key: foldKey(rendering, 'search'),
    rendering_from: place?.from ?? null,
    rendering_to: place?.to ?? null,
  };
}

/** Index of the last span that begins at or before `offset`; 0 before the first. */
export function placeOf(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
