import { Fragment, type Node, Slice } from 'prosemirror-model';
import { AddMarkStep, RemoveMarkStep, ReplaceStep, type Transform } from 'prosemirror-transform';
import type { Span } from '../core/span.ts';
import { isRange } from './law.ts';
import { anchors, eachSegment, segmentById } from './read.ts';
import { type MentionAttrs, mentionAttrs, schema } from './schema.ts';
import { setAttributes } from './seam.ts';

/** Where a mention stands in the English: a range of the rendering of one segment. */
export interface RenderingPlace extends Span {
  readonly segment: string;
}

/** A mention as a person marks it: on one side or on both. */
export interface NewMention extends Pick<MentionAttrs, 'id' | 'label' | 'entity' | 'state'> {
  readonly source: Span | null;
  readonly rendering: RenderingPlace | null;
}

/** Adds a mention. Refused when its id is taken, when it stands on neither side, or when a range lies outside its text
 *  or cuts a character in two. */
export function addMention(tr: Transform, mention: NewMention, source: string): boolean {
  const { id, label, entity, state, rendering } = mention;
  const { from = null, to = null } = mention.source ?? {};
  const place = rendering && placeOf(tr.doc, rendering);
  if (mentionPos(tr.doc, id) !== null || (rendering && !place) || (!place && from === null)) return false;
  if (from !== null && to !== null && !isRange(source, from, to)) return false;
  const end = tr.doc.content.size - 1;
  const node = schema.node('mention', { id, from, to, label, entity, state });
  tr.step(new ReplaceStep(end, end, new Slice(Fragment.from(node), 0, 0)));
  if (place) tr.step(new AddMarkStep(place.from, place.to, schema.mark('anchor', { id })));
  return true;
}

/** Removes a mention from both sides. Refused when there is none of that id. */
export function removeMention(tr: Transform, id: string): boolean {
  const pos = mentionPos(tr.doc, id);
  if (pos === null) return false;
  removeAnchors(tr, id);
  tr.step(new ReplaceStep(pos, pos + 1, Slice.empty));
  return true;
}

/** Says what a mention is: its label, its entity, whether a person accepted it. Refused when nothing would change. */
export function describeMention(
  tr: Transform,
  id: string,
  description: Partial<Pick<MentionAttrs, 'label' | 'entity' | 'state'>>,
): boolean {
  const pos = mentionPos(tr.doc, id);
  return pos !== null && setAttributes(tr, pos, description);
}

/** Gives a mention another range of the source, or none. Refused as in `addMention`, and when it would be left with
 *  neither side. */
export function setMentionSource(tr: Transform, id: string, range: Span | null, source: string): boolean {
  const pos = mentionPos(tr.doc, id);
  if (pos === null || (range && !isRange(source, range.from, range.to))) return false;
  if (!range && anchorPlaces(tr.doc, id).length === 0) return false;
  return setAttributes(tr, pos, { from: range?.from ?? null, to: range?.to ?? null });
}

/** Gives a mention another place in the English, or none; the anchors it had go. Refused as in `addMention`, and when it
 *  would be left with neither side. */
export function setMentionRendering(tr: Transform, id: string, rendering: RenderingPlace | null): boolean {
  const pos = mentionPos(tr.doc, id);
  if (pos === null) return false;
  if (!rendering) {
    const node = tr.doc.nodeAt(pos);
    return node !== null && mentionAttrs(node).from !== null && removeAnchors(tr, id);
  }
  const place = placeOf(tr.doc, rendering);
  if (!place) return false;
  const anchor = schema.mark('anchor', { id });
  for (const { from, to } of anchorPlaces(tr.doc, id)) {
    if (from < place.from) tr.step(new RemoveMarkStep(from, Math.min(to, place.from), anchor));
    if (to > place.to) tr.step(new RemoveMarkStep(Math.max(from, place.to), to, anchor));
  }
  if (!tr.doc.rangeHasMark(place.from, place.to, anchor.type) || !isAnchored(tr.doc, place, id)) {
    tr.step(new AddMarkStep(place.from, place.to, anchor));
  }
  return true;
}

/** Position of a mention in the document, or `null`. */
export function mentionPos(doc: Node, id: string): number | null {
  const standoff = doc.lastChild;
  if (!standoff) return null;
  const index = standoff.children.findIndex((mention) => mentionAttrs(mention).id === id);
  return index < 0 ? null : doc.content.size - standoff.nodeSize + 1 + index;
}

/** Where the anchors of a mention stand, as positions of the document in order. */
export function anchorPlaces(doc: Node, id: string): readonly Span[] {
  const places: Span[] = [];
  eachSegment(doc, (segment, pos) => {
    for (const { from, to } of anchors(segment).get(id) ?? []) places.push({ from: pos + 1 + from, to: pos + 1 + to });
    return true;
  });
  return places;
}

function removeAnchors(tr: Transform, id: string): boolean {
  const places = anchorPlaces(tr.doc, id);
  for (const { from, to } of places) tr.step(new RemoveMarkStep(from, to, schema.mark('anchor', { id })));
  return places.length > 0;
}

function placeOf(doc: Node, { segment: id, from, to }: RenderingPlace): Span | null {
  const segment = segmentById(doc, id);
  if (!segment || !isRange(segment.text, from, to)) return null;
  return { from: segment.pos + 1 + from, to: segment.pos + 1 + to };
}

function isAnchored(doc: Node, place: Span, id: string): boolean {
  return anchorPlaces(doc, id).some(({ from, to }) => from <= place.from && place.to <= to);
}
