import type { Grid, Row } from '../page/grid.ts';
import type { Side } from '../page/row-range.ts';
import { rects } from '../paint/mention-place.ts';
import { tokenLines } from '../paint/token-lines.ts';
import { isSameWord, type Word } from './word.ts';

/** Finds the word that an arrow key leads to, as the eye sees the words: line by line, and over the spine where a wing ends. */
export class LinkCursor {
  private readonly grid: Grid;

  constructor(grid: Grid) {
    this.grid = grid;
  }

  /** The first word of one side, or `null` where it has none. */
  first(row: Row, side: Side): Word | null {
    return this.lines(row, side)[0]?.[0] ?? null;
  }

  /** The word to the left (-1) or right (1) of `word`: in its line, then on the other wing where that lies there, else in the
   *  line before or after. */
  beside(row: Row, word: Word, step: 1 | -1): Word | null {
    const lines = this.lines(row, word.side);
    const words = lines.flat();
    const index = words.findIndex((one) => isSameWord(one, word));
    const on = word.side === 'rendering' ? step : -step;
    const line = lines.find((one) => one.some((each) => isSameWord(each, word))) ?? [];
    const next = words[index + on];
    const isInLine = next !== undefined && line.some((each) => isSameWord(each, next));
    if (isInLine) return next;
    const across = this.across(row, word, step);
    return across ?? next ?? null;
  }

  /** The word a line up or down, nearest to where `word` stands. */
  line(row: Row, word: Word, step: 1 | -1): Word | null {
    const lines = this.lines(row, word.side);
    const current = lines.findIndex((line) => line.some((each) => isSameWord(each, word)));
    return this.nearest(row, lines[current + step] ?? [], word);
  }

  /** The word on the other wing that stands nearest to `word` in height, next to the spine. */
  opposite(row: Row, word: Word): Word | null {
    const lines = this.lines(row, word.side === 'source' ? 'rendering' : 'source');
    const top = boxOf(row, word)?.top ?? 0;
    const [line] = [...lines].sort((a, b) => distance(row, a, top) - distance(row, b, top));
    return line?.[0] ?? null;
  }

  /** The next word after `word` that `isWanted`, through its wing, then the other, and round again. */
  next(row: Row, word: Word, step: 1 | -1, isWanted: (word: Word) => boolean): Word | null {
    const other: Side = word.side === 'source' ? 'rendering' : 'source';
    const all = [...this.lines(row, word.side).flat(), ...this.lines(row, other).flat()];
    const index = all.findIndex((one) => isSameWord(one, word));
    for (let nth = 1; nth < all.length; nth++) {
      const one = all[(index + nth * step + all.length * nth) % all.length];
      if (one && isWanted(one)) return one;
    }
    return null;
  }

  /** Over the spine: only from the end of a line that looks at the other wing. */
  private across(row: Row, word: Word, step: 1 | -1): Word | null {
    const here = boxOf(row, word);
    const there = this.opposite(row, word);
    const box = there && boxOf(row, there);
    if (!here || !box) return null;
    return Math.sign(box.left - here.left) === step ? there : null;
  }

  private lines(row: Row, side: Side): readonly (readonly Word[])[] {
    return tokenLines(this.grid, row, side).map((line) => line.map(({ from, to }) => ({ side, from, to })));
  }

  private nearest(row: Row, line: readonly Word[], word: Word): Word | null {
    const left = boxOf(row, word)?.left ?? 0;
    const [found] = [...line].sort(
      (a, b) => Math.abs((boxOf(row, a)?.left ?? 0) - left) - Math.abs((boxOf(row, b)?.left ?? 0) - left),
    );
    return found ?? null;
  }
}

function boxOf(row: Row, word: Word): DOMRect | null {
  return rects(row, word.side, word)[0] ?? null;
}

function distance(row: Row, line: readonly Word[], top: number): number {
  const box = line[0] && boxOf(row, line[0]);
  return box ? Math.abs(box.top - top) : Infinity;
}
