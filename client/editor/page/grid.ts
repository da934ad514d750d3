import type { Node } from 'prosemirror-model';
import type { Outline } from '../../../shared/core/outline.ts';
import type { Span } from '../../../shared/core/span.ts';
import type { EditorLabels } from '../state/labels.ts';
import { type Beginnings, beginningsIn } from './beginnings.ts';

/** What an editor must know besides the ProseMirror document. */
export interface EditorDocument {
  readonly source: string;
  readonly outline: Outline;
}

/** A segment as it stands on the screen. */
export interface Row {
  readonly id: string;
  /** The segment that is drawn. */
  readonly node: Node;
  readonly dom: HTMLElement;
  /** The cell with the Persian text: one text node, the segment's range of the source. */
  readonly source: HTMLElement;
  /** The cell with the English text, the only one that can be edited. */
  readonly rendering: HTMLElement;
  /** Writes what depends on the labels, the findings and the number. */
  describe(): void;
}

/** A chunk of rows that the browser draws, or skips, as one. */
export interface Page {
  readonly dom: HTMLElement;
  /** Numbers the rows from `before` + 1 on. */
  numberAfter(before: number): void;
  /** 1-based number of a row of this page. */
  numberOf(row: Row): number;
}

/** Draws something over rows, and only over those that the browser draws. */
export interface RowWatcher {
  /** The row came near the window, or changed there. */
  drawn(row: Row): void;
  /** The row is away, or no longer drawn. */
  gone(row: Row): void;
}

/**
 * What the node views of one editor share: the source, the words of the interface, the rows by segment id, and which of
 * them the browser draws. What has to follow every change follows it for changed rows of drawn pages only.
 */
export class Grid {
  readonly document: EditorDocument;
  /** What a range of the source begins. */
  readonly beginnings: (segment: Span) => Beginnings;
  labels: EditorLabels;
  findings: ReadonlyMap<string, number> = new Map();
  /** Tells which segments a filter leaves out. */
  isHidden: (segmentId: string) => boolean = () => false;
  /** True while there is a page that was not told how many segments come before it. */
  unnumbered = false;
  private readonly rows = new Map<string, Row>();
  private readonly rowsByDom = new WeakMap<Element, Row>();
  private readonly pagesByDom = new WeakMap<Element, Page>();
  private readonly drawnPages = new Set<Page>();
  private readonly changed = new Set<Row>();
  private readonly watchers: RowWatcher[] = [];

  constructor(document: EditorDocument, labels: EditorLabels) {
    this.document = document;
    this.labels = labels;
    this.beginnings = beginningsIn(document.outline);
  }

  watch(watcher: RowWatcher): void {
    this.watchers.push(watcher);
  }

  row(segmentId: string): Row | null {
    return this.rows.get(segmentId) ?? null;
  }

  allRows(): Iterable<Row> {
    return this.rows.values();
  }

  /** The row that `element` is or stands in. */
  rowAt(element: Element | null): Row | null {
    const dom = element?.closest('.segment');
    return (dom && this.rowsByDom.get(dom)) ?? null;
  }

  /** The page that `element` is. */
  pageAt(element: Element | null): Page | null {
    return (element && this.pagesByDom.get(element)) ?? null;
  }

  *drawnRows(): Iterable<Row> {
    for (const page of this.drawnPages) yield* this.rowsOf(page);
  }

  rowMade(row: Row): void {
    this.rows.set(row.id, row);
    this.rowsByDom.set(row.dom, row);
    this.changed.add(row);
  }

  rowChanged(row: Row): void {
    this.changed.add(row);
  }

  rowDestroyed(row: Row): void {
    if (this.rows.get(row.id) === row) this.rows.delete(row.id);
    this.changed.delete(row);
    this.tellGone(row);
  }

  pageMade(page: Page): void {
    this.pagesByDom.set(page.dom, page);
    this.unnumbered = true;
  }

  /** The watchers hear of its rows when everything settles. */
  pageDrawn(page: Page): void {
    this.drawnPages.add(page);
    for (const row of this.rowsOf(page)) this.changed.add(row);
  }

  pageSkipped(page: Page): void {
    if (!this.drawnPages.delete(page)) return;
    for (const row of this.rowsOf(page)) this.tellGone(row);
  }

  /** Tells the watchers of the rows that changed; called after every update of the view or of what is drawn. */
  settle(): void {
    for (const row of this.changed) this.redraw(row);
    this.changed.clear();
  }

  /** Has everything on a row drawn over again, if it is drawn. */
  redraw(row: Row): void {
    const page = this.pageAt(row.dom.parentElement);
    if (page && this.drawnPages.has(page)) this.tellDrawn(row);
  }

  /** Has everything on drawn rows drawn over again. */
  refresh(): void {
    for (const row of this.drawnRows()) this.tellDrawn(row);
  }

  private *rowsOf(page: Page): Iterable<Row> {
    for (const child of page.dom.children) {
      const row = this.rowsByDom.get(child);
      if (row) yield row;
    }
  }

  private tellDrawn(row: Row): void {
    row.describe();
    for (const watcher of this.watchers) watcher.drawn(row);
  }

  private tellGone(row: Row): void {
    for (const watcher of this.watchers) watcher.gone(row);
  }
}
