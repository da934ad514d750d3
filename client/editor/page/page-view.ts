import type { Node } from 'prosemirror-model';
import type { Decoration, NodeView, ViewMutationRecord } from 'prosemirror-view';
import { isActive } from '../state/active.ts';
import type { Grid, Page, Row } from './grid.ts';
import { likelyHeight } from './likely-height.ts';

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
    this.dom.style.setProperty('contain-intrinsic-block-size', `auto ${likelyHeight(node, grid)}px`);
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

  numberAfter(before: number): boolean {
    if (before === this.before) return false;
    this.before = before;
    this.dom.style.setProperty('--before', String(before));
    return true;
  }

  numberOf(row: Row): number {
    return this.before + 1 + Array.prototype.indexOf.call(this.dom.children, row.dom);
  }

  hide(hidden: boolean): void {
    this.dom.hidden = hidden;
    if (hidden) return;
    for (const row of this.grid.rowsOf(this)) row.dom.hidden = this.grid.isHidden(row.id);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type === 'attributes';
  }

  destroy(): void {
    this.grid.pageSkipped(this);
  }
}
