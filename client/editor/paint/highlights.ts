import type { Span } from '../../../shared/core/span.ts';
import type { Grid, Row, RowWatcher } from '../page/grid.ts';
import { renderingRange, sourceRange } from '../page/row-range.ts';
import { PaintedBoxes } from './painted-boxes.ts';

/** Something painted on the texts: a CSS Custom Highlight, `::highlight(name)` in the style sheet. */
export interface Layer {
  readonly name: string;
  /** The higher one is painted over the lower. */
  readonly priority?: number;
  /** What it means, for those who do not see it. */
  readonly type?: HighlightType;
  /** Ranges of the whole source. */
  source?(row: Row): readonly Span[];
  /** Ranges of the row's rendering. */
  rendering?(row: Row): readonly Span[];
}

/** How far beyond the window rows are painted, so that they are when they come into it. */
const MARGIN = '80px 0px';

/**
 * Paints layers on the rows in and near the window. Painting leaves the text as it is, so letters stay joined and the caret
 * where it was; a layer a label, not a layer a mention. Whatever a keystroke changes, the browser draws all texts again
 * that have something painted on them: the fewer there are, the sooner the letter is seen.
 */
export class Highlights implements RowWatcher {
  private readonly grid: Grid;
  private readonly layers = new Map<
    string,
    { readonly layer: Layer; readonly painted: Map<Row, readonly StaticRange[]> }
  >();

  private readonly boxes = typeof Highlight === 'undefined' ? new PaintedBoxes() : null;
  /** Drawn rows that are too far from the window; one that nobody knows of yet may be near it. */
  private readonly far = new Set<Row>();
  private readonly sight: IntersectionObserver | null = null;

  /** `scroller` is what the rows scroll in. */
  constructor(grid: Grid, scroller: Element) {
    this.grid = grid;
    if (!this.boxes) {
      const see = (entries: readonly IntersectionObserverEntry[]) => {
        for (const entry of entries) this.seen(entry);
      };
      this.sight = new IntersectionObserver(see, { root: scroller, rootMargin: MARGIN });
    }
    grid.watch(this);
  }

  /** Paints `layer`, in place of the one with its name. */
  show(layer: Layer): void {
    this.hide(layer.name);
    const highlight = sharedHighlight(layer.name);
    if (highlight) {
      highlight.priority = layer.priority ?? 0;
      highlight.type = layer.type ?? 'highlight';
    }
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
    this.sight?.observe(row.dom);
    for (const name of this.layers.keys()) this.paint(name, row);
  }

  gone(row: Row): void {
    this.sight?.unobserve(row.dom);
    this.far.delete(row);
    this.clear(row);
  }

  destroy(): void {
    this.sight?.disconnect();
    for (const name of [...this.layers.keys()]) this.hide(name);
  }

  private seen({ target, isIntersecting }: IntersectionObserverEntry): void {
    const row = this.grid.rowAt(target);
    if (!row || isIntersecting !== this.far.has(row)) return;
    if (isIntersecting) {
      this.far.delete(row);
      for (const name of this.layers.keys()) this.paint(name, row);
    } else {
      this.far.add(row);
      this.clear(row);
    }
  }

  private clear(row: Row): void {
    for (const [name, { painted }] of this.layers) {
      const ranges = painted.get(row);
      if (!ranges) continue;
      this.put(name, row, ranges, []);
      painted.delete(row);
    }
  }

  private paint(name: string, row: Row): void {
    const known = this.layers.get(name);
    if (!known || this.far.has(row)) return;
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
