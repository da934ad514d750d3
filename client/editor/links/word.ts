import { overlap, type Span } from '../../../shared/core/span.ts';
import type { PickedWords } from '../../../shared/doc/edit/link.ts';
import type { Link } from '../../../shared/doc/model/schema.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { tokens } from '../../../shared/language/words/token.ts';
import type { Grid, Row } from '../page/grid.ts';
import type { Side } from '../page/row-range.ts';
import { rects } from '../paint/mention-place.ts';
import { textOf } from '../paint/token-lines.ts';

/** A word of one text of a segment; `from` and `to` are offsets of the whole source on that side. */
export interface Word extends Span {
  readonly side: Side;
}

/** The links that `word` has. */
export function linksOf(links: readonly Link[], word: Word): readonly Link[] {
  return links.filter((link) => overlap(link[word.side], word));
}

/** Where those words stand that are linked with `word`, and those of its own side that share a partner with it. */
export function groupOf(links: readonly Link[], word: Word): readonly Word[] {
  const other = word.side === 'source' ? 'rendering' : 'source';
  const partners = linksOf(links, word).map((link) => link[other]);
  const kin = links.filter((link) => partners.some((partner) => overlap(link[other], partner)));
  const words = [
    { side: word.side, from: word.from, to: word.to },
    ...partners.map(({ from, to }) => ({ side: other, from, to }) as const),
    ...kin.map((link) => ({ side: word.side, from: link[word.side].from, to: link[word.side].to })),
  ];
  return words.filter((one, index) => words.findIndex((same) => isSameWord(same, one)) === index);
}

/** `words` by the side on which they stand. */
export function bySide(words: readonly Word[]): PickedWords {
  const on = (side: Side) => words.filter((word) => word.side === side).map(({ from, to }) => ({ from, to }));
  return { source: on('source'), rendering: on('rendering') };
}

export function isSameWord(a: Word | null, b: Word | null): boolean {
  return a !== null && b !== null && a.side === b.side && a.from === b.from && a.to === b.to;
}

/** The words of one text of a row in the order of the text. */
export function wordsOf(grid: Grid, row: Row, side: Side): readonly Word[] {
  const { text, start } = textOf(grid, row, side);
  return tokens(text).map(({ from, to }) => ({ side, from: start + from, to: start + to }));
}

/** What a word reads. */
export function textOfWord(grid: Grid, row: Row, { side, from, to }: Word): string {
  const { text, start } = textOf(grid, row, side);
  return text.slice(from - start, to - start);
}

/** The word under a point of the window, or `null`. */
export function wordUnder(
  grid: Grid,
  { target, clientX: x, clientY: y }: MouseEvent,
): { readonly row: Row; readonly word: Word } | null {
  const cell = target instanceof Element ? target.closest('.source, .rendering') : null;
  const row = cell && grid.rowAt(cell);
  const caret = row ? document.caretPositionFromPoint?.(x, y) : null;
  if (!row || !caret || !cell.contains(caret.offsetNode)) return null;
  const side: Side = cell === row.source ? 'source' : 'rendering';
  const before = document.createRange();
  before.setStart(cell, 0);
  before.setEnd(caret.offsetNode, caret.offset);
  const offset = before.toString().length + (side === 'source' ? segmentAttrs(row.node).from : 0);
  const near = wordsOf(grid, row, side).filter(({ from, to }) => from <= offset && offset <= to);
  const word = near.find((one) => rects(row, side, one).some((rect) => holds(rect, x, y)));
  return word ? { row, word } : null;
}

function holds({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
