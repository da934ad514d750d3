import type { Row } from '../page/grid.ts';
import { liveRange } from '../page/row-range.ts';

/**
 * Paints ranges in a browser without CSS Custom Highlights: a plain element over each line of a range, with the name as its
 * class. It stands beside the text and not in it, so letters stay joined here too.
 */
export class PaintedBoxes {
  private readonly layers = new WeakMap<Row, HTMLElement>();

  /** Paints `ranges` of a row, in place of those that `name` had there. */
  paint(name: string, row: Row, ranges: readonly StaticRange[]): void {
    const layer = this.layers.get(row) ?? this.makeLayer(row, ranges.length > 0);
    if (!layer) return;
    for (const box of layer.querySelectorAll(`.${name}`)) box.remove();
    const frame = row.dom.getBoundingClientRect();
    for (const { left, top, width, height } of ranges.flatMap((range) => [...liveRange(range).getClientRects()])) {
      const box = document.createElement('i');
      box.className = name;
      box.style.left = `${left - frame.left}px`;
      box.style.top = `${top - frame.top}px`;
      box.style.inlineSize = `${width}px`;
      box.style.blockSize = `${height}px`;
      layer.append(box);
    }
  }

  private makeLayer(row: Row, wanted: boolean): HTMLElement | null {
    if (!wanted) return null;
    const layer = document.createElement('div');
    layer.className = 'marks boxes';
    this.layers.set(row, layer);
    row.dom.querySelector('.number')?.append(layer);
    return layer;
  }
}
