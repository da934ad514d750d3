import type { Grid, Row, RowWatcher } from '../page/grid.ts';
import { liveRange, renderingRange, type Side, sourceRange } from '../page/row-range.ts';

/** A sign that stands at a character without being text: it takes no room, and letters join under it. */
export interface Mark {
  readonly side: Side;
  /** Offset of the character; of the whole source on that side. */
  readonly at: number;
  /** Class of the sign in the style sheet. */
  readonly sign: string;
  /** Whose it is, and the colour. */
  readonly name?: string;
  readonly hue?: string;
}

/** Draws marks over the rows that the browser draws, at the places where the browser put the characters. */
export class Marks implements RowWatcher {
  private readonly grid: Grid;
  private readonly marksOf: (row: Row) => readonly Mark[];
  private readonly due = new Set<Row>();
  private frame = 0;
  private readonly layers = new Map<Row, HTMLElement>();

  constructor(grid: Grid, marksOf: (row: Row) => readonly Mark[]) {
    this.grid = grid;
    this.marksOf = marksOf;
    grid.watch(this);
  }

  drawn(row: Row): void {
    this.due.add(row);
    this.frame ||= requestAnimationFrame(() => this.draw());
  }

  gone(row: Row): void {
    this.due.delete(row);
    this.layers.get(row)?.remove();
    this.layers.delete(row);
  }

  /** Draws all anew: other marks are wanted, or the rows got another width. */
  refresh(): void {
    for (const row of this.grid.drawnRows()) this.drawn(row);
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
  }

  /** Measures every row before it writes to any, so that the browser lays out once. */
  private draw(): void {
    this.frame = 0;
    const measured = [...this.due].map((row) => [row, this.measure(row)] as const);
    this.due.clear();
    for (const [row, signs] of measured) this.write(row, signs);
  }

  private measure(row: Row): readonly HTMLElement[] {
    const marks = this.marksOf(row);
    if (marks.length === 0) return [];
    const frame = row.dom.getBoundingClientRect();
    return marks.flatMap((mark) => {
      const rect = characterRect(row, mark);
      if (!rect) return [];
      const sign = document.createElement('i');
      sign.className = mark.sign;
      if (mark.name !== undefined) sign.dataset.name = mark.name;
      if (mark.hue !== undefined) sign.style.setProperty('--hue', `var(--label-${mark.hue})`);
      sign.style.left = `${rect.left - frame.left}px`;
      sign.style.top = `${rect.top - frame.top}px`;
      sign.style.inlineSize = `${rect.width}px`;
      sign.style.blockSize = `${rect.height}px`;
      return [sign];
    });
  }

  private write(row: Row, signs: readonly HTMLElement[]): void {
    let layer = this.layers.get(row);
    if (!layer && signs.length === 0) return;
    if (!layer) {
      layer = document.createElement('div');
      layer.className = 'marks';
      this.layers.set(row, layer);
      row.dom.querySelector('.number')?.append(layer);
    }
    layer.replaceChildren(...signs);
  }
}

/** Where a character stands on the screen; of one without width, its place. In an empty rendering, where the first would be. */
function characterRect(row: Row, { side, at }: Mark): DOMRect | null {
  const range = (side === 'source' ? sourceRange : renderingRange)(row, { from: at, to: at + 1 });
  if (!range && side === 'rendering' && row.node.content.size === 0) return beginning(row.rendering);
  if (!range) return null;
  const live = liveRange(range);
  return live.getClientRects()[0] ?? live.getBoundingClientRect();
}

function beginning(cell: HTMLElement): DOMRect {
  const { left, top } = cell.getBoundingClientRect();
  const { paddingBlockStart, lineHeight } = getComputedStyle(cell);
  return new DOMRect(left, top + Number.parseFloat(paddingBlockStart), 0, Number.parseFloat(lineHeight));
}
