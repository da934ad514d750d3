import { Fragment, type Node, Slice } from 'prosemirror-model';
import { RemoveMarkStep, ReplaceStep, type Transform } from 'prosemirror-transform';
import type { Span } from '../../core/span.ts';
import { spanFault } from '../../names/entity/mention-span.ts';
import { anchors, eachSegment, segmentById } from '../model/read.ts';
import type { RenderingPlace } from '../model/rendering-place.ts';
import { type MentionAttrs, mentionAttrs, schema } from '../model/schema.ts';
import { setAttributes } from './seam.ts';

/*
 * The commands on mentions. Each writes small steps on `tr`, which may be a transaction; when it cannot be done, or would
 * change nothing, it writes none and gives `false`.
 *
 * What becomes of the English side between them is the anchor's affair, a mark that does not include its edges:
 * - Text typed or pasted inside a name belongs to it; at either edge it does not. Text written over a part of a name belongs
 *   to it still (`typing.ts`). No anchor comes with what is pasted.
 * - A deletion that takes part of a name leaves the rest of it marked; one that takes all of it leaves a mention that
 *   waits for its English. The record stays, so that undo brings the anchor back to it; only `removeMention` removes one.
 * - A name that a split cuts stands in both segments, and is whole again once they are merged.
 * - White space at the edges of what is left is not read as part of the name (`anchored.ts`): a name of which only that is
 *   left waits for its English too.
 */

/** A mention as a person marks it: on one side or on both. */
export interface NewMention extends Pick<MentionAttrs, 'id' | 'label' | 'entity' | 'state'> {
  readonly source: Span | null;
  readonly rendering: RenderingPlace | null;
}

/** Adds a mention. Refused when its id is taken or empty, when it has no label, when it stands on neither side, or when a
 *  range is none of a name (`isNameRange`) or its segment is gone. */
export function addMention(tr: Transform, mention: NewMention, source: string): boolean {
  const { id, label, entity, state, rendering } = mention;
  const place = rendering && placeOf(tr.doc, rendering);
  if (id === '' || mentionPos(tr.doc, id) !== null || !isDescription(mention)) return false;
  if ((rendering && !place) || (mention.source && !isNameRange(source, mention.source))) return false;
  if (!mention.source && !place) return false;
  const { from = null, to = null } = mention.source ?? {};
  const end = tr.doc.content.size - 1;
  const node = schema.node('mention', { id, from, to, label, entity, state });
  tr.step(new ReplaceStep(end, end, new Slice(Fragment.from(node), 0, 0)));
  if (place) tr.addMark(place.from, place.to, schema.mark('anchor', { id }));
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

/** Says what a mention is: its label, its entity, whether a person accepted it. Refused when there is none of that id. */
export function describeMention(
  tr: Transform,
  id: string,
  description: Partial<Pick<MentionAttrs, 'label' | 'entity' | 'state'>>,
): boolean {
  const pos = mentionPos(tr.doc, id);
  return pos !== null && isDescription(description) && setAttributes(tr, pos, description);
}

/** Gives a mention another range of the source, or none. Refused as in `addMention`, and when it would be left with
 *  neither side. */
export function setMentionSource(tr: Transform, id: string, range: Span | null, source: string): boolean {
  const pos = mentionPos(tr.doc, id);
  if (pos === null) return false;
  if (range ? !isNameRange(source, range) : anchorPlaces(tr.doc, id).length === 0) return false;
  return setAttributes(tr, pos, { from: range?.from ?? null, to: range?.to ?? null });
}

/** Gives a mention another place in the English, or none; the anchors it had elsewhere go. Refused as in `addMention`, and
 *  when it would be left with neither side. */
export function setMentionRendering(tr: Transform, id: string, rendering: RenderingPlace | null): boolean {
  const pos = mentionPos(tr.doc, id);
  const mention = pos === null ? null : tr.doc.nodeAt(pos);
  if (!mention) return false;
  if (!rendering) return mentionAttrs(mention).from !== null && removeAnchors(tr, id);
  const place = placeOf(tr.doc, rendering);
  if (!place) return false;
  const steps = tr.steps.length;
  const anchor = schema.mark('anchor', { id });
  for (const { from, to } of anchorPlaces(tr.doc, id)) {
    if (from < place.from) tr.step(new RemoveMarkStep(from, Math.min(to, place.from), anchor));
    if (to > place.to) tr.step(new RemoveMarkStep(Math.max(from, place.to), to, anchor));
  }
  tr.addMark(place.from, place.to, anchor);
  return tr.steps.length > steps;
}

/** True when a person may mark `span` of `text`: a range of it (`spanFault`) that is more than white space. */
export function isNameRange(text: string, span: Span): boolean {
  return spanFault(text, span) === null && text.slice(span.from, span.to).trim() !== '';
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
  if (!segment || !isNameRange(segment.text, { from, to })) return null;
  return { from: segment.pos + 1 + from, to: segment.pos + 1 + to };
}

function isDescription({ label, entity }: Partial<Pick<MentionAttrs, 'label' | 'entity'>>): boolean {
  return label !== '' && entity !== '';
}
