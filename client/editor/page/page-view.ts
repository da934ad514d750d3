import type { Node } from 'prosemirror-model';
import type { Decoration, NodeView, ViewMutationRecord } from 'prosemirror-view';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { isActive } from '../state/active.ts';
import type { Grid, Page, Row } from './grid.ts';

/** False in a browser that draws all pages at all times, or does not say which. */
const tellsWhatIsDrawn = 'oncontentvisibilityautostatechange' in document.documentElement;

/** A page of the document: the browser lays out and paints its rows only when they come near the window. */
export class PageView implements NodeView, Page {
  readonly dom = document.createElement('div');
  readonly contentDOM = this.dom;
  private readonly grid: Grid;
  /** True while the caret is on the page; the browser then draws it wherever it is. */
  private active: boolean;
  /** Segments on the pages before this one. */
  private before = -1;

  constructor(node: Node, grid: Grid, decorations: readonly Decoration[]) {
    this.grid = grid;
    this.active = isActive(decorations);
    this.dom.className = 'page';
    this.dom.style.setProperty('contain-intrinsic-block-size', `auto ${likelyHeight(node)}px`);
    this.dom.addEventListener('contentvisibilityautostatechange', (event) => {
      if (!(event as ContentVisibilityAutoStateChangeEvent).skipped) grid.pageDrawn(this);
      else if (!this.active) grid.pageSkipped(this);
      grid.settle();
    });
    grid.pageMade(this);
    if (this.active || !tellsWhatIsDrawn) grid.pageDrawn(this);
  }

  update(_node: Node, decorations: readonly Decoration[]): boolean {
    const active = isActive(decorations);
    if (active && !this.active) this.grid.pageDrawn(this);
    this.active = active;
    return true;
  }

  numberAfter(before: number): void {
    if (before === this.before) return;
    this.before = before;
    this.dom.style.setProperty('counter-reset', `segment ${before}`);
  }

  numberOf(row: Row): number {
    return this.before + 1 + Array.prototype.indexOf.call(this.dom.children, row.dom);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type === 'attributes';
  }

  destroy(): void {
    this.grid.pageSkipped(this);
  }
}

/** What the rows will take, told from their lengths, so that the scroll bar is near the truth before they are laid out. */
function likelyHeight(page: Node): number {
  let height = 0;
  for (const segment of page.children) {
    const { from, to } = segmentAttrs(segment);
    const source = 32 * Math.ceil((to - from) / 56);
    const rendering = 27 * Math.ceil(segment.content.size / 56);
    height += Math.max(32, source, rendering) + 18;
  }
  return height;
}
