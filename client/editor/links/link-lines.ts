import type { Link } from '../../../shared/doc/model/schema.ts';
import type { Row } from '../page/grid.ts';
import { rects } from '../paint/mention-place.ts';

/** A line from a Persian word to an English one. */
export interface LinkLine {
  readonly link: Link;
  readonly kind: 'sure' | 'possible' | 'suggested';
  readonly isLit: boolean;
}

const svg = 'http://www.w3.org/2000/svg';

/** Draws links as lines over the row that is worked on, beside its texts and not in them. */
export class LinkLines {
  private readonly layer = document.createElementNS(svg, 'svg');
  private wanted: { readonly row: Row; readonly lines: readonly LinkLine[] } | null = null;
  private frame = 0;

  constructor() {
    this.layer.classList.add('link-lines');
    this.layer.setAttribute('aria-hidden', 'true');
  }

  /** Draws these lines, and no others; measured once the texts stand where they are to stay. */
  show(row: Row | null, lines: readonly LinkLine[]): void {
    const before = this.wanted;
    this.wanted = row && lines.length > 0 ? { row, lines } : null;
    if (this.wanted || before) this.redraw();
  }

  /** Draws them anew: the rows got another width. */
  redraw(): void {
    this.frame ||= requestAnimationFrame(() => this.draw());
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.layer.remove();
  }

  private draw(): void {
    this.frame = 0;
    const { wanted, layer } = this;
    if (!wanted?.row.dom.isConnected) {
      layer.remove();
      return;
    }
    const { row, lines } = wanted;
    const frame = row.dom.getBoundingClientRect();
    const paths = lines.flatMap((line) => {
      const d = path(row, line.link, frame);
      if (d === null) return [];
      const drawn = document.createElementNS(svg, 'path');
      drawn.setAttribute('d', d);
      drawn.classList.add(line.kind);
      drawn.classList.toggle('lit', line.isLit);
      return [drawn];
    });
    layer.replaceChildren(...paths);
    const holder = row.dom.querySelector('.number');
    if (layer.parentElement !== holder) holder?.append(layer);
  }
}

/** Under the words, down into the room between the lines, and over the spine. */
function path(row: Row, link: Link, frame: DOMRect): string | null {
  const from = rects(row, 'source', link.source).at(0);
  const to = rects(row, 'rendering', link.rendering).at(0);
  if (!from || !to) return null;
  const [x1, x2] = [(from.left + from.right) / 2 - frame.left, (to.left + to.right) / 2 - frame.left];
  const [y1, y2] = [from.bottom - frame.top - 2, to.bottom - frame.top + 1];
  const bend = (x2 - x1) / 3;
  return `M${round(x1)} ${round(y1)} C${round(x1 + bend)} ${round(y1 + 7)} ${round(x2 - bend)} ${round(y2 + 7)} ${round(x2)} ${round(y2)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
