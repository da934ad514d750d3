import type { Transform } from 'prosemirror-transform';
import { changedAlignment } from '../../core/alignment.ts';
import type { Span } from '../../core/span.ts';
import { keepPaged } from '../model/paging.ts';
import { type Segment, segmentAt, segmentById, segmentByIndex } from '../model/read.ts';
import type { SegmentAttrs } from '../model/schema.ts';
import type { SourceText } from '../model/source.ts';
import { type Standing, standingOf } from '../model/standing.ts';
import { cutRendering, cutSource } from './cut.ts';
import { dropIfEmpty } from './row.ts';
import { closeSeam, needsSpace, openSeam, setAttributes } from './seam.ts';
import { joinedRange, neighbours, setRange } from './structure.ts';

/*
 * What moves one side of rows against the other. English is never taken out and put in again: the borders between rows
 * move over it, so that mentions, and what others type there meanwhile, stay where they are. Links stay with their
 * Persian and fit again where their English comes back.
 */

/** Which side of a row. */
export type Side = 'persian' | 'english';

/**
 * Moves the border between the English of the segment `id` and that of the next row. `at` below zero counts from the end of
 * the first: so much of it goes down; above zero, so much of the second comes up. White space at the new border goes.
 * Neither row is confirmed any more. Refused when there is no such pair of rows, or nothing would move.
 */
export function moveRenderingBorder(tr: Transform, id: string, at: number): boolean {
  const left = segmentById(tr.doc, id);
  const right = left && segmentByIndex(tr.doc, left.index + 1);
  if (!left || !right) return false;
  const owner = at < 0 ? left : right;
  const cut = cutRendering(owner.text, at < 0 ? Math.max(0, owner.text.length + at) : at);
  const whole = { from: 0, to: owner.text.length };
  if (at < 0 ? cut.to === whole.to : cut.from === whole.from) return false;
  if (at < 0) pushDown(tr, left, right, cut);
  else pullUp(tr, left, right, cut);
  const first = segmentById(tr.doc, left.id);
  const second = segmentById(tr.doc, right.id);
  if (first) written(tr, first, right);
  if (second) written(tr, second, left);
  keepPaged(tr);
  return true;
}

function pushDown(tr: Transform, left: Segment, right: Segment, cut: Span): void {
  openAt(tr, left, cut, attrsOf(right));
  const [middle, below] = [segmentByIndex(tr.doc, left.index + 1), segmentByIndex(tr.doc, left.index + 2)];
  if (middle && below) closeSeam(tr, middle, below, needsSpace(middle.text, below.text));
}

function pullUp(tr: Transform, left: Segment, right: Segment, cut: Span): void {
  openAt(tr, right, cut, attrsOf(right));
  const [above, middle] = [segmentByIndex(tr.doc, left.index), segmentByIndex(tr.doc, right.index)];
  if (above && middle) closeSeam(tr, above, middle, needsSpace(above.text, middle.text));
}

/** Cuts the English of a row; what stands behind the cut becomes a row with `attrs`. */
function openAt(tr: Transform, { pos }: Segment, { from, to }: Span, attrs: Partial<SegmentAttrs>): void {
  const seam = pos + 1 + from;
  openSeam(tr, seam, attrs);
  if (from < to) tr.delete(seam + 2, seam + 2 + to - from);
}

function attrsOf({ node }: Segment): Partial<SegmentAttrs> {
  return node.attrs as SegmentAttrs;
}

/** Says of a row whose English was changed for another stretch that nobody vouches for it. A row that had none is as far as
 *  the one is, `giver`, that its English comes from. */
function written(tr: Transform, segment: Segment, giver: Standing): void {
  const { status, origin } = segment.origin === null ? giver : segment;
  const standing = standingOf(segment.text, { status: status === 'initial' ? 'draft' : status, origin });
  setAttributes(tr, segment.pos, {
    ...standing,
    taken: null,
    alignment: changedAlignment(segment.alignment),
    ...(segment.text !== '' && { leftOut: false }),
  });
}

/**
 * Moves the border between the Persian of the segment `id` and that of the next row to the offset `to` of the source, as
 * `moveBoundary` does, but either may be left without Persian: its row becomes a place of no width.
 * Refused when there is no such pair in one paragraph, or nothing would change.
 */
export function moveSourceBorder(tr: Transform, id: string, to: number, source: SourceText): boolean {
  const pair = neighbours(tr, id, source);
  if (!pair) return false;
  const [left, right] = pair;
  const whole = joinedRange(left, right);
  const sides = cutSource(source.text, whole, to) ?? [
    to <= whole.from ? { from: whole.from, to: whole.from } : whole,
    to <= whole.from ? whole : { from: whole.to, to: whole.to },
  ];
  const moved = [setRange(tr, left, sides[0]), setRange(tr, right, sides[1])];
  return moved.includes(true);
}

/**
 * Gives the row `id` one side of the next row too, whose other side stays; a next row that is left with neither goes.
 * Refused when there is no next row, it has nothing on that side, or, for the Persian, it lies in another paragraph.
 */
export function mergeSide(tr: Transform, id: string, side: Side, source: SourceText): boolean {
  const left = segmentById(tr.doc, id);
  const right = left && segmentByIndex(tr.doc, left.index + 1);
  if (!right) return false;
  const isMoved =
    side === 'english'
      ? right.text !== '' && moveRenderingBorder(tr, id, right.text.length)
      : right.from < right.to && moveSourceBorder(tr, id, right.to, source);
  const rest = isMoved ? segmentById(tr.doc, right.id) : null;
  if (rest) dropIfEmpty(tr, rest);
  return isMoved;
}

/**
 * Cuts one side of the row `id` in two at `at`, an offset of the whole source or of the rendering; what stands behind the cut
 * becomes a row of its own, `newId`, without the other side.
 * Refused when there is no such row, `newId` is taken, or nothing stands on one side of the cut.
 */
export function splitSide(
  tr: Transform,
  id: string,
  side: Side,
  at: number,
  newId: string,
  source: SourceText,
): boolean {
  const segment = segmentById(tr.doc, id);
  if (!segment || newId === '' || segmentById(tr.doc, newId)) return false;
  const { text, pos, to } = segment;
  const alignment = changedAlignment(segment.alignment);
  if (side === 'english') {
    const cut = cutRendering(text, at);
    if (cut.from === 0 || cut.to === text.length) return false;
    openAt(tr, segment, cut, { id: newId, from: to, to, alignment, ...standingOf(text.slice(cut.to), segment) });
  } else {
    const sides = cutSource(source.text, segment, at);
    if (!sides) return false;
    openSeam(tr, pos + 1 + text.length, { id: newId, alignment, ...sides[1] });
    setRange(tr, segment, sides[0]);
  }
  const first = segmentAt(tr.doc, pos + 1);
  if (first && side === 'english') written(tr, first, segment);
  keepPaged(tr);
  return true;
}
