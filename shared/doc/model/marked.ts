import type { Node } from 'prosemirror-model';
import { compareSpans, depths } from '../../core/nesting.ts';
import type { Span } from '../../core/span.ts';
import { anchoredText, type Reading } from './anchored.ts';
import { segmentNodes } from './read.ts';
import type { RenderingPlace } from './rendering-place.ts';
import { type MentionAttrs, segmentAttrs } from './schema.ts';
import { standoffOf } from './standoff.ts';

/** A range of a text that a mention marks, and how deep it lies among the others that are marked there. */
export interface MarkedText extends Reading {
  readonly depth: number;
}

/** What of a mention stands in one segment, on one side or on both. */
export interface MentionPart {
  readonly mention: MentionAttrs;
  readonly segment: string;
  /** Offsets of the whole source, cut off where the segment ends. */
  readonly source: MarkedText | null;
  /** Offsets of the segment's rendering. */
  readonly rendering: MarkedText | null;
}

/** A mention as it reads in a document. `from` and `to` are offsets of the whole source. */
export interface MarkedMention extends MentionAttrs {
  /** The Persian that it marks; `''` when it has no Persian side. */
  readonly surface: string;
  /** Its English, that in the first segment which has any; `null` when it has none. */
  readonly rendering: (RenderingPlace & Reading) | null;
  /** Ids of the segments in which it stands on either side, in their order; none when it stands nowhere any more. */
  readonly segments: readonly string[];
  /** On its Persian side, or on the English if it has only that. */
  readonly depth: number;
  /** True while it has a Persian side and no English. */
  readonly isWaiting: boolean;
  /** True when it does not stand in one segment: a split cut it, or a border was moved over it. */
  readonly crossesBorder: boolean;
}

/** The mentions in one segment of `doc`, in the order of its source, then those that stand only in its rendering. Read
 *  once as long as neither the segment nor a mention in it changes. */
export function segmentMentions(doc: Node, segment: Node, source: string): readonly MentionPart[] {
  const standoff = doc.lastChild;
  const known = read.get(segment);
  if (known && known.standoff === standoff && known.source === source) return known.parts;
  const touching = mentionsOn(doc, segment);
  const isSame =
    known?.source === source &&
    known.parts.length === touching.size &&
    known.parts.every(({ mention }) => touching.has(mention));
  const parts = isSame ? known.parts : partsOf(segment, touching, source);
  read.set(segment, { standoff, source, parts });
  return parts;
}

/** All mentions of `doc` in the order in which they are read; last those that stand nowhere. A mention that stands in one
 *  segment is the same object until it or that segment changes. */
export function markedMentions(doc: Node, source: string): readonly MarkedMention[] {
  const work = markedMentionsInPieces(doc, source);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same in pieces that are short however long the document is. */
export function* markedMentionsInPieces(doc: Node, source: string): Generator<void, readonly MarkedMention[]> {
  const found = new Map<MentionAttrs, MentionPart[]>();
  for (const segment of segmentNodes(doc)) {
    for (const part of segmentMentions(doc, segment, source)) {
      const parts = found.get(part.mention);
      if (parts) parts.push(part);
      else found.set(part.mention, [part]);
    }
    yield;
  }
  for (const mention of standoffOf(doc).byId.values()) if (!found.has(mention)) found.set(mention, []);
  const marked: MarkedMention[] = [];
  for (const [mention, parts] of found) {
    marked.push(whole(mention, parts, source));
    yield;
  }
  return marked;
}

const read = new WeakMap<Node, { standoff: Node | null; source: string; parts: readonly MentionPart[] }>();

/** The mentions that have something on either side of a segment. */
function mentionsOn(doc: Node, node: Node): ReadonlySet<MentionAttrs> {
  const standoff = standoffOf(doc);
  const touching = new Set(standoff.over(segmentAttrs(node)));
  for (const id of anchoredText(node).keys()) {
    const mention = standoff.byId.get(id);
    if (mention) touching.add(mention);
  }
  return touching;
}

function partsOf(node: Node, touching: ReadonlySet<MentionAttrs>, source: string): readonly MentionPart[] {
  const { id: segment, from, to } = segmentAttrs(node);
  const anchored = anchoredText(node);
  const parts = Array.from(touching, (mention) => ({
    mention,
    segment,
    source: sourceIn(mention, { from, to }, source),
    rendering: anchored.get(mention.id) ?? null,
  }));
  parts.sort(
    (a, b) =>
      compareSpans(a.source, b.source) ||
      compareSpans(a.rendering, b.rendering) ||
      (a.mention.id < b.mention.id ? -1 : 1),
  );
  const sources = withDepths(parts.map((part) => part.source));
  const renderings = withDepths(parts.map((part) => part.rendering));
  return parts.map((part, index) => ({
    ...part,
    source: sources[index] ?? null,
    rendering: renderings[index] ?? null,
  }));
}

/** What `span` of the source has of a mention. */
function sourceIn(mention: MentionAttrs, span: Span, source: string): Reading | null {
  if (mention.from === null || mention.to === null) return null;
  const from = Math.max(mention.from, span.from);
  const to = Math.min(mention.to, span.to);
  return from < to ? { from, to, text: source.slice(from, to) } : null;
}

function withDepths(readings: readonly (Reading | null)[]): readonly (MarkedText | null)[] {
  const found = depths(readings.filter((reading) => reading !== null)).values();
  return readings.map((reading) => reading && { ...reading, depth: found.next().value ?? 0 });
}

/** Nearly all mentions stand in one segment, and are read again only when their part there is. */
function whole(mention: MentionAttrs, parts: readonly MentionPart[], source: string): MarkedMention {
  const [only] = parts;
  if (!only || parts.length > 1) return marked(mention, parts, source);
  const known = wholes.get(only) ?? marked(mention, parts, source);
  wholes.set(only, known);
  return known;
}

const wholes = new WeakMap<MentionPart, MarkedMention>();

/** Attribute by attribute: what is spread from the attributes of a node is slow to read, and documents have many mentions. */
function marked(mention: MentionAttrs, parts: readonly MentionPart[], source: string): MarkedMention {
  const { id, from, to, label, entity, state } = mention;
  const surface = from === null || to === null ? '' : source.slice(from, to);
  const english = parts.find(({ rendering }) => rendering !== null);
  const persian = parts.find((part) => part.source !== null);
  return {
    id,
    from,
    to,
    label,
    entity,
    state,
    surface,
    rendering: english?.rendering ? placed(english.segment, english.rendering) : null,
    segments: parts.map(({ segment }) => segment),
    depth: persian?.source?.depth ?? english?.rendering?.depth ?? 0,
    isWaiting: surface !== '' && english === undefined,
    crossesBorder: parts.length > 1,
  };
}

function placed(segment: string, { from, to, text }: Reading): MarkedMention['rendering'] {
  return { segment, from, to, text };
}
