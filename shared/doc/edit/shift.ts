import type { Transform } from 'prosemirror-transform';
import type { Span } from '../../core/span.ts';
import { keepPaged } from '../model/paging.ts';
import { type Segment, segmentById, segments } from '../model/read.ts';
import { dropIfEmpty, insertRow } from './row.ts';
import type { Side } from './side.ts';
import { setRange } from './structure.ts';

/** The most rows that one shift moves: each is some steps, and a push takes no more than so many. */
const MOST = 4000;

/**
 * Moves one side of the row `id` and of all below it by one row: down, so that the row is left without that side; up, which
 * needs a row that has nothing there. The first row below that has nothing on that side takes up what comes down, and ends
 * what comes up; where there is none, the document ends with a new row, `newId`. It is the Persian that gets other rows,
 * whichever side moves: a row keeps its id, its English and its mentions there. A row that is left with neither side goes.
 * Refused when there is no such row, when it has something there (up) or nothing (down), when nothing would move, when `newId`
 * is taken, or when more than 4,000 rows would move.
 */
export function shiftSide(tr: Transform, id: string, side: Side, direction: 'down' | 'up', newId: string): boolean {
  const all = segments(tr.doc);
  const start = all.findIndex((segment) => segment.id === id);
  const first = all[start];
  if (!first || newId === '' || segmentById(tr.doc, newId)) return false;
  const isEmpty = (row: Segment) => (side === 'english' ? row.text === '' : row.from === row.to);
  if (isEmpty(first) !== (direction === 'up')) return false;
  const found = all.findIndex((row, index) => index > start && isEmpty(row));
  const rows = all.slice(start, found < 0 ? all.length : found);
  if (rows.length > MOST || (direction === 'up' && rows.length === 1)) return false;
  const taker = direction === 'down' ? (all[found] ?? null) : null;
  // English that goes down brings each row the Persian of the next one, as Persian does that comes up.
  if ((side === 'english') === (direction === 'down')) raise(tr, rows, taker, side === 'english' ? newId : null);
  else lower(tr, rows, taker, newId);
  for (const row of taker ? [taker, ...rows.toReversed()] : rows.toReversed()) {
    const left = segmentById(tr.doc, row.id);
    if (left) dropIfEmpty(tr, left);
  }
  keepPaged(tr);
  return true;
}

/** Each row gets the Persian of the next, the last that of `taker`; the first goes to a new row above, `newId`, if any. */
function raise(tr: Transform, rows: readonly Segment[], taker: Segment | null, newId: string | null): void {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return;
  const below = taker ?? { from: last.to, to: last.to };
  setRanges(tr, rows, [...rows.slice(1), below]);
  if (taker) setRanges(tr, [taker], [{ from: below.to, to: below.to }]);
  if (newId !== null && insertRow(tr, first.id, 'before', newId)) rangeOf(tr, newId, first);
}

/** Each row gets the Persian of the one above, the first none; that of the last goes to `taker`, or to a new row below. */
function lower(tr: Transform, rows: readonly Segment[], taker: Segment | null, newId: string): void {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return;
  setRanges(tr, rows, [{ from: first.from, to: first.from }, ...rows.slice(0, -1)]);
  if (!taker) insertRow(tr, last.id, 'after', newId);
  rangeOf(tr, taker?.id ?? newId, last);
}

/** The rows stand where they stood: setting a range moves no position. */
function setRanges(tr: Transform, rows: readonly Segment[], ranges: readonly Span[]): void {
  for (const [index, row] of rows.entries()) {
    const range = ranges[index];
    if (range) setRange(tr, row, range);
  }
}

function rangeOf(tr: Transform, id: string, range: Span): void {
  const row = segmentById(tr.doc, id);
  if (row) setRange(tr, row, range);
}
