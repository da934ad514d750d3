import type { Node } from 'prosemirror-model';
import { afterFrame } from '../state/after-frame.ts';
import { type AfterPause, afterPause } from '../state/after-pause.ts';
import type { EditorLabels } from '../state/labels.ts';
import type { LiveDocument } from './live-document.ts';
import { Waking } from './waking.ts';

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
  /** The source was corrected: what the row begins may have another number. */
  reread(): void;
}

/** A chunk of rows that the browser draws, or skips, as one. */
export interface Page {
  readonly dom: HTMLElement;
  /** Numbers the rows from `before` + 1 on; false where they have those numbers already. */
  numberAfter(before: number): boolean;
  /** 1-based number of a row of this page. */
  numberOf(row: Row): number;
  /** Hides the page when `hidden`, else the rows that are to be hidden. */
  hide(hidden: boolean): void;
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
  readonly document: LiveDocument;
  labels: EditorLabels;
  findings: ReadonlyMap<string, number> = new Map();
  /** Tells which segments a filter leaves out. */
  isHidden: (segmentId: string) => boolean = () => false;
  /** True while there is a page that was not told how many segments come before it. */
  unnumbered = false;
  /** The pages that are not drawn yet. */
  readonly waking: Waking;
  private readonly rows = new Map<string, Row>();
  private readonly rowsByDom = new WeakMap<Element, Row>();
  private readonly pagesByDom = new WeakMap<Element, Page>();
  private readonly drawnPages = new Set<Page>();
  private readonly staleRows = new Set<Row>();
  private readonly changed = new Set<Row>();
  private readonly retold = new Set<Row>();
  private readonly retelling = afterFrame(() => this.describeRetold());
  private readonly retellingLater = afterPause(() => this.describeRetold());
  private readonly watchers: RowWatcher[] = [];

  /** `scroller` is what the pages scroll in. */
  constructor(document: LiveDocument, labels: EditorLabels, scroller: Element) {
    this.document = document;
    this.labels = labels;
    this.waking = new Waking(scroller, () => this.describeOne());
  }

  watch(watcher: RowWatcher): void {
    this.watchers.push(watcher);
  }

  row(segmentId: string): Row | null {
    return this.rows.get(segmentId) ?? null;
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

  /** The rows that stand on `page`. */
  *rowsOf(page: Page): Iterable<Row> {
    for (const child of page.dom.children) {
      const row = this.rowsByDom.get(child);
      if (row) yield row;
    }
  }

  rowMade(row: Row): void {
    this.rows.set(row.id, row);
    this.rowsByDom.set(row.dom, row);
    this.describeLater(row);
    this.changed.add(row);
  }

  rowChanged(row: Row): void {
    this.changed.add(row);
  }

  rowDestroyed(row: Row): void {
    if (this.rows.get(row.id) === row) this.rows.delete(row.id);
    this.changed.delete(row);
    this.staleRows.delete(row);
    this.retold.delete(row);
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

  /** Has everything on a row drawn over again, if it is drawn; what is said of it follows when nothing is typed for a moment. */
  redraw(row: Row): void {
    const page = this.pageAt(row.dom.parentElement);
    if (page && this.drawnPages.has(page)) this.tellDrawn(row, this.retellingLater);
  }

  redrawSegment(id: string): void {
    const row = this.row(id);
    if (row) this.redraw(row);
  }

  /** Says how many findings each segment has; the rows for which that is new tell it. */
  setFindings(findings: ReadonlyMap<string, number>): void {
    const before = this.findings;
    this.findings = findings;
    for (const id of new Set([...before.keys(), ...findings.keys()])) {
      const row = before.get(id) === findings.get(id) ? null : this.row(id);
      if (row) this.describe(row);
    }
  }

  /** Has everything on drawn rows drawn over again, and the others described when there is time. */
  refresh(): void {
    for (const row of this.rows.values()) this.describeLater(row);
    for (const row of this.drawnRows()) this.tellDrawn(row);
  }

  /** The same for the rows of one page. */
  refreshPage(page: Page): void {
    const isDrawn = this.drawnPages.has(page);
    for (const row of this.rowsOf(page)) {
      if (isDrawn) this.tellDrawn(row);
      else this.describeLater(row);
    }
  }

  /** The source was corrected: rows far from there may begin a paragraph of another number. */
  sourceCorrected(): void {
    for (const row of this.rows.values()) row.reread();
  }

  /** Has a row described: now if it is drawn, else when there is time. */
  describe(row: Row): void {
    const page = this.pageAt(row.dom.parentElement);
    if (page && this.drawnPages.has(page)) this.describeNow(row);
    else this.describeLater(row);
  }

  /** Has a row described over again, once the frame shows what changed in it. */
  describeAgain(row: Row, when: AfterPause = this.retelling): void {
    this.retold.add(row);
    when.ask();
  }

  private describeRetold(): void {
    for (const row of this.retold) this.describeNow(row);
  }

  /** Describes one of the rows far from the window that do not say yet what they are; false when there is none. A screen reader
   *  and paper want them too. */
  private describeOne(): boolean {
    const [row] = this.staleRows;
    if (row) this.describeNow(row);
    return row !== undefined;
  }

  private describeLater(row: Row): void {
    this.staleRows.add(row);
    this.waking.goOn();
  }

  private describeNow(row: Row): void {
    this.staleRows.delete(row);
    this.retold.delete(row);
    row.describe();
  }

  private tellDrawn(row: Row, when?: AfterPause): void {
    if (this.staleRows.has(row)) this.describeNow(row);
    else this.describeAgain(row, when);
    for (const watcher of this.watchers) watcher.drawn(row);
  }

  private tellGone(row: Row): void {
    for (const watcher of this.watchers) watcher.gone(row);
  }
}
