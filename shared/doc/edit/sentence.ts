import type { Transform } from 'prosemirror-transform';
import { pieces } from '../../language/sentences/pieces.ts';
import { englishRules, persianRules } from '../../language/sentences/rules.ts';
import { type Segment, segmentById, segmentByIndex } from '../model/read.ts';
import type { SourceText } from '../model/source.ts';
import { dropIfEmpty, insertRow } from './row.ts';
import { shiftSide } from './shift.ts';
import { mergeSide, moveRenderingBorder, moveSourceBorder, type Side, splitSide } from './side.ts';

/**
 * Pushes the last lead or sentence that the row `id` has on `side` down to the next row; where none follows, to a new one,
 * `newId`. Persian whose next row lies in another paragraph gets such a row too. A row that is left with neither side goes.
 * Refused when there is no such row, it has nothing on that side, or `newId` is taken; and where Persian would only leave
 * its row for one of its own.
 */
export function pushSentence(tr: Transform, id: string, side: Side, newId: string, source: SourceText): boolean {
  const row = segmentById(tr.doc, id);
  const last = row && piecesOf(row, side, source).at(-1);
  if (!row || !last) return false;
  if (!segmentByIndex(tr.doc, row.index + 1) && !insertRow(tr, id, 'after', newId)) return false;
  const isMoved =
    side === 'english'
      ? moveRenderingBorder(tr, id, last.from - row.text.length)
      : moveSourceBorder(tr, id, row.from + last.from, source) ||
        splitSide(tr, id, 'persian', row.from + last.from, newId, source);
  if (isMoved) dropRow(tr, id);
  return isMoved;
}

/**
 * Pulls the first lead or sentence that the next row has on `side` up into the row `id`. A next row that is left with neither
 * side goes.
 * Refused when there is no next row, it has nothing on that side, or, for the Persian, it lies in another paragraph.
 */
export function pullSentence(tr: Transform, id: string, side: Side, source: SourceText): boolean {
  const row = segmentById(tr.doc, id);
  const next = row && segmentByIndex(tr.doc, row.index + 1);
  const first = next && piecesOf(next, side, source)[0];
  if (!next || !first) return false;
  const isMoved =
    side === 'english' ? moveRenderingBorder(tr, id, first.to) : moveSourceBorder(tr, id, next.from + first.to, source);
  if (isMoved) dropRow(tr, next.id);
  return isMoved;
}

/**
 * Moves everything that stands below on `side` up by one: what the row `id` has there joins the row above, and the next rows
 * follow, up to the first that has nothing there. Where the row has nothing on that side, they follow only.
 * Refused as `mergeSide` is for the row above, and `shiftSide` for a row that has nothing.
 */
export function closeUp(tr: Transform, id: string, side: Side, newId: string, source: SourceText): boolean {
  const row = segmentById(tr.doc, id);
  if (!row) return false;
  const above = isEmpty(row, side) ? null : segmentByIndex(tr.doc, row.index - 1);
  if (isEmpty(row, side)) return shiftSide(tr, id, side, 'up', newId);
  if (!above || !mergeSide(tr, above.id, side, source)) return false;
  if (segmentById(tr.doc, id)) shiftSide(tr, id, side, 'up', newId);
  return true;
}

/** The leads and sentences that a row has on one side, as ranges of its own text. */
function piecesOf({ from, to, text }: Segment, side: Side, source: SourceText) {
  return side === 'english' ? pieces(text, englishRules) : pieces(source.text.slice(from, to), persianRules);
}

function isEmpty({ from, to, text }: Segment, side: Side): boolean {
  return side === 'english' ? text === '' : from === to;
}

function dropRow(tr: Transform, id: string): void {
  const row = segmentById(tr.doc, id);
  if (row) dropIfEmpty(tr, row);
}
