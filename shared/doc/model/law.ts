import type { Node } from 'prosemirror-model';
import type { Problem } from '../../core/problem.ts';
import type { Span } from '../../core/span.ts';
import { changedMentionNodes, changedSegmentNodes, type Stretch } from './difference.ts';
import { eachSegment, segmentNodes } from './read.ts';
import { isRendering, LONGEST_RENDERING } from './rendering-text.ts';
import { anchorId, mentionAttrs, type SegmentAttrs, segmentAttrs } from './schema.ts';
import { isSource, type SourceText, sourceOf } from './source.ts';
import { standoffOf } from './standoff.ts';

/**
 * The laws of a document that `doc` breaks; none for a lawful one. The schema is taken as kept.
 *
 * - A source that was corrected is well-formed text (`isSource`) with a word in it.
 * - Segment ids and mention ids are unique.
 * - Segment ranges follow each other in document order without overlap, each inside one paragraph; source that none covers
 *   holds no letter and no number. A range may be a place of no width: the row has no Persian.
 * - A row that is left out has Persian and no English.
 * - A mention has both ends in the source, `from` before `to`, or neither. No range ends inside a surrogate pair.
 * - Every anchor has a mention.
 * - A rendering is one line of well-formed text (`isRendering`), at most `LONGEST_RENDERING` long.
 *
 * `original` is the source as it was imported; what people have corrected of it `doc` says itself. `before` is a document known
 * to be lawful: what `doc` shares with it is not looked at again as long as both have the same source.
 */
export function brokenLaws(doc: Node, original: SourceText, before?: Node): readonly Problem[] {
  const source = sourceOf(doc, original);
  const known = before && sourceOf(before, original).text === source.text ? before : null;
  const segments = changedSegmentNodes(known, doc);
  const mentions = changedMentionNodes(known, doc);
  return [
    ...(known || source === original ? [] : sourceText(source)),
    ...segmentIds(doc, segments),
    ...segmentRanges(source, segments),
    ...leftOut(segments),
    ...renderings(segments),
    ...anchors(doc, segments, mentions),
    ...mentionIds(doc, mentions),
    ...mentionRanges(source.text, mentions),
  ];
}

function sourceText({ text }: SourceText): readonly Problem[] {
  if (!isSource(text))
    return [broken('source-text', 'the source', 'The source holds a control character or half a character', {})];
  return needsSegment(text) ? [] : [broken('source-empty', 'the source', 'No word is left of the source', {})];
}

/** True when a range may begin or end at `offset`: it is in the text and not between the halves of a surrogate pair. */
export function isPlace(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return offset === 0 || offset === text.length;
  return !/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1));
}

/** True when `from`–`to` is a range of `text` that is not empty and cuts no character in two. */
export function isRange(text: string, from: number, to: number): boolean {
  return from < to && isPlace(text, from) && isPlace(text, to);
}

/** True when a segment has to cover this stretch of source: it holds a letter or a number. */
export function needsSegment(source: string): boolean {
  return /[\p{L}\p{N}]/u.test(source);
}

/** Index of the paragraph that holds `offset`, the one before it when it lies between two; -1 before the first. */
export function paragraphAt(paragraphs: readonly Span[], offset: number): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.from ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function segmentIds(doc: Node, segments: Stretch): readonly Problem[] {
  return doubled(segments, () => segmentNodes(doc)).map((id) =>
    broken('segment-id', `segment ${id}`, `Two segments have the id ${id}; give one of them a new id`, { id }),
  );
}

function segmentRanges(source: SourceText, { now, was, left, right }: Stretch): readonly Problem[] {
  if (now.length === was.length && now.every((node, index) => sameRange(node, was[index]))) return [];
  const row = [left, ...now, right].map((node) => node && segmentAttrs(node));
  return [
    ...now.flatMap((node) => ownRange(source, segmentAttrs(node))),
    ...row.slice(1).flatMap((segment, index) => border(source.text, row[index] ?? null, segment)),
  ];
}

/** What is wrong with the range of one segment alone. */
function ownRange({ text, paragraphs }: SourceText, { id, from, to }: SegmentAttrs): readonly Problem[] {
  const problem = (rule: string, fault: string) => [
    broken(rule, `segment ${id}`, `Segment ${id} (${from}–${to}) ${fault}`, { id, from, to }),
  ];
  if (from > to || to > text.length)
    return problem('segment-range', 'ends before it begins, or covers more than there is');
  const paragraph = paragraphs[paragraphAt(paragraphs, from)];
  if (!paragraph || to > paragraph.to) return problem('segment-paragraph', 'is not inside one paragraph');
  return isPlace(text, from) && isPlace(text, to) ? [] : problem('segment-pair', 'cuts a character in two');
}

/** What is wrong where one segment ends and the next begins; `null` is an end of the document. */
function border(text: string, before: SegmentAttrs | null, after: SegmentAttrs | null): readonly Problem[] {
  const end = before?.to ?? 0;
  const start = after?.from ?? text.length;
  if (after && start < end) {
    const { id } = after;
    const message = `Segment ${id} begins at ${start}, before ${end}, where segment ${before?.id} ends`;
    return [broken('segment-order', `segment ${id}`, message, { id, from: start, end })];
  }
  if (!needsSegment(text.slice(end, start))) return [];
  const place = before ? `after segment ${before.id}` : 'at the start of the source';
  return [
    broken('segment-gap', place, `No segment covers the source from ${end} to ${start}, ${place}`, {
      from: end,
      to: start,
    }),
  ];
}

function leftOut({ now }: Stretch): readonly Problem[] {
  return now.flatMap((node) => {
    const { id, from, to, leftOut } = segmentAttrs(node);
    if (!leftOut || (from < to && node.content.size === 0)) return [];
    const message = `Segment ${id} is left out of the English, but ${from < to ? 'has some' : 'has no Persian'}`;
    return [broken('segment-left-out', `segment ${id}`, message, { id })];
  });
}

function renderings({ now }: Stretch): readonly Problem[] {
  return now.flatMap((node) => {
    const { id } = segmentAttrs(node);
    const { size } = node.content;
    if (size > LONGEST_RENDERING) {
      const message = `The rendering of segment ${id} is ${size} characters long; ${LONGEST_RENDERING} are the most`;
      return [broken('rendering-length', `segment ${id}`, message, { id, size, limit: LONGEST_RENDERING })];
    }
    if (isRendering(node.textContent)) return [];
    const message = `The rendering of segment ${id} holds a line break, a control character or half a character`;
    return [broken('rendering-text', `segment ${id}`, message, { id })];
  });
}

function anchors(doc: Node, segments: Stretch, mentions: Stretch): readonly Problem[] {
  const problems: Problem[] = [];
  const missing = (node: Node, lacks: (id: string) => boolean) => {
    for (const piece of node.children) {
      for (const mark of piece.marks) {
        const mention = anchorId(mark);
        if (!lacks(mention)) continue;
        const { id } = segmentAttrs(node);
        const message = `Segment ${id} holds an anchor of the mention ${mention}, which does not exist`;
        problems.push(broken('anchor-mention', `segment ${id}`, message, { id, mention }));
      }
    }
  };
  const gone = new Set(mentions.was.map((node) => mentionAttrs(node).id));
  for (const node of mentions.now) gone.delete(mentionAttrs(node).id);
  if (gone.size > 0) {
    eachSegment(doc, (node) => {
      missing(node, (id) => gone.has(id));
      return true;
    });
  }
  for (const node of segments.now) {
    if (isPlain(node)) continue;
    const { byId } = standoffOf(doc);
    missing(node, (id) => !byId.has(id) && !gone.has(id));
  }
  return problems;
}

function mentionIds(doc: Node, mentions: Stretch): readonly Problem[] {
  return doubled(mentions, () => doc.lastChild?.children ?? []).map((id) =>
    broken('mention-id', `mention ${id}`, `Two mentions have the id ${id}; give one of them a new id`, { id }),
  );
}

function mentionRanges(text: string, { now }: Stretch): readonly Problem[] {
  return now.flatMap((node) => {
    const { id, from, to } = mentionAttrs(node);
    if (from === null && to === null) return [];
    if (from !== null && to !== null && isRange(text, from, to)) return [];
    const message = `Mention ${id} (${from}–${to}) is no range of the source, which has ${text.length} UTF-16 units`;
    return [broken('mention-range', `mention ${id}`, message, { id })];
  });
}

/** Ids that stand twice in `all`, of which only the stretch is new. `all` is asked for only when new ids came in. */
function doubled({ now, was, left, right }: Stretch, all: () => Iterable<Node>): readonly string[] {
  const known = new Set(was.map(idOf));
  const twice = new Set<string>();
  const seen = new Set<string>();
  const added = new Set<string>();
  for (const node of now) {
    const id = idOf(node);
    if (seen.has(id)) twice.add(id);
    else if (!known.has(id)) added.add(id);
    seen.add(id);
  }
  if (added.size > 0 && (left || right)) {
    const met = new Set<string>();
    for (const node of all()) {
      const id = idOf(node);
      if (!added.has(id)) continue;
      if (met.has(id)) twice.add(id);
      met.add(id);
    }
  }
  return [...twice];
}

function idOf(node: Node): string {
  return node.attrs.id as string;
}

function isPlain(segment: Node): boolean {
  return segment.children.every((piece) => piece.marks.length === 0);
}

function sameRange(a: Node, b: Node | undefined): boolean {
  if (!b) return false;
  const one = segmentAttrs(a);
  const other = segmentAttrs(b);
  return one.from === other.from && one.to === other.to;
}

function broken(rule: string, element: string, message: string, values: Record<string, string | number>): Problem {
  return { rule: `law.${rule}`, element, message, values };
}
