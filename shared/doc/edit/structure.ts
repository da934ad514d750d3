import type { Transform } from 'prosemirror-transform';
import { changedAlignment, joinedAlignment } from '../../core/alignment.ts';
import type { Kind } from '../../core/outline.ts';
import type { Span } from '../../core/span.ts';
import type { Status } from '../../core/status.ts';
import { paragraphAt } from '../model/law.ts';
import { joinedLinks, splitLinks } from '../model/links.ts';
import { keepPaged } from '../model/paging.ts';
import { type Segment, segmentById, segmentByIndex } from '../model/read.ts';
import type { SourceText } from '../model/source.ts';
import { joinedKind, joinedStanding, standingOf } from '../model/standing.ts';
import { cutRendering, cutSource } from './cut.ts';
import { closeSeam, needsSpace, openSeam, setAttributes } from './seam.ts';

/** Where a segment is cut in two: an offset of the whole source, and an offset of the segment's rendering. */
export interface CutPlace {
  readonly source: number;
  readonly rendering: number;
}

/**
 * Splits the segment `id` at `at`; the second part is a sentence with the id `newId`. Both places snap back to a grapheme;
 * white space at either cut belongs to neither side. An anchor across the cut stands on both sides after it; links go
 * with their Persian. A part of a confirmed segment is a draft, one without text untranslated; what was taken stays so where it
 * stands whole on one side.
 * Refused when there is no such segment, `newId` is taken, or a side would cover nothing of the source.
 */
export function splitSegment(tr: Transform, id: string, at: CutPlace, newId: string, source: SourceText): boolean {
  const segment = segmentById(tr.doc, id);
  if (!segment || newId === '' || segmentById(tr.doc, newId)) return false;
  const sides = cutSource(source.text, segment, at.source);
  if (!sides) return false;
  const [left, right] = sides;
  const space = cutRendering(segment.text, at.rendering);
  const before = segment.text.slice(0, space.from);
  const after = segment.text.slice(space.to);
  const [leftLinks, rightLinks] = splitLinks(segment, before, after, space.to, right.from);
  const seam = segment.pos + 1 + space.from;
  openSeam(tr, seam, {
    id: newId,
    ...right,
    kind: 'sentence',
    ...standingOf(after, segment),
    taken: before === '' ? segment.taken : null,
    links: rightLinks,
    alignment: changedAlignment(segment.alignment),
  });
  if (space.from < space.to) tr.delete(seam + 2, seam + 2 + space.to - space.from);
  setAttributes(tr, segment.pos, {
    to: left.to,
    ...standingOf(before, segment),
    taken: after === '' ? segment.taken : null,
    links: leftLinks,
    alignment: changedAlignment(segment.alignment),
    leftOut: false,
  });
  keepPaged(tr);
  return true;
}

/**
 * Merges the segment `id` with the next one of its paragraph; what becomes of status, origin and kind is told in
 * `parts.ts`. One space keeps two renderings apart.
 * Refused when there is no such segment or none follows it in the paragraph; a row without Persian goes with any.
 */
export function mergeSegments(tr: Transform, id: string, source: SourceText): boolean {
  const pair = neighbours(tr, id, source);
  if (!pair) return false;
  joinNeighbours(tr, ...pair);
  keepPaged(tr);
  return true;
}

/** Makes `left` and `right`, which follow each other, one segment with the id of `left` over both their ranges. */
export function joinNeighbours(tr: Transform, left: Segment, right: Segment): void {
  const space = needsSpace(left.text, right.text);
  const text = left.text + (space ? ' ' : '') + right.text;
  closeSeam(tr, left, right, space);
  setAttributes(tr, left.pos, {
    ...joinedRange(left, right),
    kind: joinedKind(left.kind, right.kind),
    ...joinedStanding(left, right),
    links: joinedLinks(left, right, text, text.length - right.text.length),
    alignment: joinedAlignment(left.alignment, right.alignment),
    leftOut: left.leftOut && right.leftOut,
  });
}

/** What two neighbours cover together; a place of no width adds nothing. */
export function joinedRange(left: Span, right: Span): Span {
  if (left.from === left.to) return { from: right.from, to: right.to };
  return { from: left.from, to: right.from === right.to ? left.to : right.to };
}

/**
 * Moves the border between the segment `id` and the next one of its paragraph to the offset `to` of the source, snapped
 * and cleared of white space as a split is. No rendering changes, but neither is confirmed any more; links whose
 * Persian leaves their segment are stale until it comes back.
 * Refused when there is no such border, or one of the two would cover nothing, or nothing would change.
 */
export function moveBoundary(tr: Transform, id: string, to: number, source: SourceText): boolean {
  const pair = neighbours(tr, id, source);
  if (!pair) return false;
  const [left, right] = pair;
  const sides = cutSource(source.text, joinedRange(left, right), to);
  if (!sides || (sides[0].to === left.to && sides[1].from === right.from)) return false;
  setRange(tr, left, sides[0]);
  setRange(tr, right, sides[1]);
  return true;
}

/** Gives `segment` another range of the source: what was confirmed of the old one no longer is. */
export function setRange(tr: Transform, segment: Segment, { from, to }: Span): boolean {
  if (segment.from === from && segment.to === to) return false;
  return setAttributes(tr, segment.pos, {
    from,
    to,
    ...standingOf(segment.text, segment),
    alignment: changedAlignment(segment.alignment),
    ...(from === to && { leftOut: false }),
  });
}

/** Says what the segment `id` is. Refused when there is none or it is that already. */
export function setKind(tr: Transform, id: string, kind: Kind): boolean {
  const segment = segmentById(tr.doc, id);
  return segment !== null && setAttributes(tr, segment.pos, { kind });
}

/** Says where the segment `id` stands. Refused when there is none or it stands there already. */
export function setStatus(tr: Transform, id: string, status: Status): boolean {
  const segment = segmentById(tr.doc, id);
  return segment !== null && setAttributes(tr, segment.pos, { status });
}

/** The segment `id` and the one after it, when both lie in one paragraph, or one of them has no Persian. */
export function neighbours(tr: Transform, id: string, { paragraphs }: SourceText): readonly [Segment, Segment] | null {
  const left = segmentById(tr.doc, id);
  const right = left && segmentByIndex(tr.doc, left.index + 1);
  const isAnywhere = [left, right].some((segment) => segment?.from === segment?.to);
  if (!right || !(isAnywhere || paragraphAt(paragraphs, left.from) === paragraphAt(paragraphs, right.from)))
    return null;
  return [left, right];
}
