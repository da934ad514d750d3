import type { Span } from '../../shared/core/span.ts';
import type { Grid, Row, RowWatcher } from './grid.ts';
import { PaintedBoxes } from './painted-boxes.ts';
import { renderingRange, sourceRange } from './row-range.ts';

/** Something painted on the texts: a CSS Custom Highlight, `::highlight(name)` in the style sheet. */
export interface Layer {
  readonly name: string;
  /** The higher one is painted over the lower. */
  readonly priority?: number;
  /** Ranges of the whole source. */
  source?(row: Row): readonly Span[];
  /** Ranges of the row's rendering. */
  rendering?(row: Row): readonly Span[];
}

/**
 * Paints layers on the rows that the browser draws. Painting leaves the text as it is, so letters stay joined and the
 * caret where it was; a layer a label, not a layer a mention.
 */
export class Highlights implements RowWatcher {
  private readonly grid: Grid;
  private readonly layers = new Map<
    string,
    { readonly layer: Layer; readonly painted: Map<Row, readonly StaticRange[]> }
  >();

  private readonly boxes = typeof Highlight === 'undefined' ? new PaintedBoxes() : null;

  constructor(grid: Grid) {
    this.grid = grid;
    grid.watch(this);
  }

  /** Paints `layer`, in place of the one with its name. */
  show(layer: Layer): void {
    this.hide(layer.name);
    const highlight = sharedHighlight(layer.name);
    if (highlight) highlight.priority = layer.priority ?? 0;
    this.layers.set(layer.name, { layer, painted: new Map() });
    for (const row of this.grid.drawnRows()) this.paint(layer.name, row);
  }

  hide(name: string): void {
    const known = this.layers.get(name);
    if (!known) return;
    for (const [row, ranges] of known.painted) this.put(name, row, ranges, []);
    this.layers.delete(name);
  }

  /** Paints one layer again on rows that are drawn; on all of them, unless some are named. */
  repaint(name: string, rows: Iterable<Row> = this.grid.drawnRows()): void {
    for (const row of rows) this.paint(name, row);
  }

  drawn(row: Row): void {
    for (const name of this.layers.keys()) this.paint(name, row);
  }

  gone(row: Row): void {
    for (const [name, { painted }] of this.layers) {
      this.put(name, row, painted.get(row) ?? [], []);
      painted.delete(row);
    }
  }

  destroy(): void {
    for (const name of [...this.layers.keys()]) this.hide(name);
  }

  private paint(name: string, row: Row): void {
    const known = this.layers.get(name);
    if (!known) return;
    const { layer, painted } = known;
    const source = layer.source?.(row) ?? [];
    const rendering = layer.rendering?.(row) ?? [];
    const before = painted.get(row) ?? [];
    if (before.length === 0 && source.length === 0 && rendering.length === 0) return;
    const ranges = [
      ...source.map((span) => sourceRange(row, span)),
      ...rendering.map((span) => renderingRange(row, span)),
    ].filter((range) => range !== null);
    if (!this.boxes && before.length === ranges.length && before.every((range, index) => isSame(range, ranges[index])))
      return;
    this.put(name, row, before, ranges);
    if (ranges.length > 0) painted.set(row, ranges);
    else painted.delete(row);
  }

  private put(name: string, row: Row, before: readonly StaticRange[], ranges: readonly StaticRange[]): void {
    this.boxes?.paint(name, row, ranges);
    const highlight = sharedHighlight(name);
    if (!highlight) return;
    for (const range of before) highlight.delete(range);
    for (const range of ranges) highlight.add(range);
  }
}

/** The one highlight of that name on the page, whichever editor paints in it; `null` in a browser that has none. */
function sharedHighlight(name: string): Highlight | null {
  if (typeof Highlight === 'undefined') return null;
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new Highlight();
  CSS.highlights.set(name, made);
  return made;
}

/** A highlight that changes has all of them painted again, which takes longer than all else that a keystroke does. */
function isSame(a: StaticRange, b: StaticRange | undefined): boolean {
  return (
    a.startContainer === b?.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  );
}
