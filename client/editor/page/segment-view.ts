import type { Node } from 'prosemirror-model';
import type { Decoration, NodeView, ViewMutationRecord } from 'prosemirror-view';
import { rowShape } from '../../../shared/doc/model/row-shape.ts';
import { type SegmentAttrs, segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { isActive } from '../state/active.ts';
import type { Beginnings } from './beginnings.ts';
import type { Grid, Row } from './grid.ts';
import { MetaCell } from './meta-cell.ts';
import { rowTemplate } from './row-template.ts';

/** One row: number, source, handle on the spine, rendering, and what there is to say about it. */
export class SegmentView implements NodeView, Row {
  readonly dom: HTMLElement;
  readonly source: HTMLElement;
  readonly rendering: HTMLElement;
  readonly contentDOM: HTMLElement;
  node: Node;
  private readonly grid: Grid;
  private readonly handle: HTMLElement;
  private readonly meta: MetaCell;
  private readonly heading: HTMLElement | null;
  private beginnings: Beginnings;
  private active: boolean;

  constructor(node: Node, grid: Grid, decorations: readonly Decoration[]) {
    this.node = node;
    this.grid = grid;
    this.beginnings = grid.document.beginnings(segmentAttrs(node));
    const parts = rowTemplate(this.beginnings);
    this.dom = parts.row;
    this.source = parts.source;
    this.rendering = this.contentDOM = parts.rendering;
    this.handle = parts.handle;
    this.meta = new MetaCell(parts.meta);
    this.heading = parts.heading;
    this.active = isActive(decorations);
    this.draw(segmentAttrs(node), null);
    if (this.active) this.describeMeta();
    grid.rowMade(this);
  }

  get id(): string {
    return segmentAttrs(this.node).id;
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    const before = segmentAttrs(this.node);
    const after = segmentAttrs(node);
    if (after.id !== before.id || this.looksOtherwise(before, after)) return false;
    const active = isActive(decorations);
    if (node === this.node && active === this.active) return true;
    const changed = node !== this.node;
    this.node = node;
    if (after !== before) this.draw(after, before);
    this.dom.classList.toggle('empty', node.content.size === 0);
    if (active !== this.active || after !== before) this.grid.describeAgain(this);
    this.active = active;
    if (changed) this.grid.rowChanged(this);
    return true;
  }

  describe(): void {
    const { labels } = this.grid;
    const { status } = segmentAttrs(this.node);
    const page = this.grid.pageAt(this.dom.parentElement);
    if (page) setAttribute(this.dom, 'aria-label', labels.segment(page.numberOf(this), status));
    setAttribute(this.handle, 'aria-label', labels.state(status));
    this.describeHeading();
    this.describeMeta();
  }

  /** Only what happens to the rendering, or to the row as a whole, is a change of the document. */
  ignoreMutation({ type, target }: ViewMutationRecord): boolean {
    const inside = this.rendering.contains(target);
    if (type === 'attributes') return !inside || target === this.rendering;
    return !inside && target !== this.dom;
  }

  /** The source is read, the handle dragged and pressed: none of that is an event of the text. */
  stopEvent(event: Event): boolean {
    return (
      event.target instanceof globalThis.Node && event.target !== this.dom && !this.rendering.contains(event.target)
    );
  }

  destroy(): void {
    this.grid.rowDestroyed(this);
  }

  private looksOtherwise(before: SegmentAttrs, after: SegmentAttrs): boolean {
    if (before === after) return false;
    const { paragraph } = this.grid.document.beginnings(after);
    return (paragraph === null) !== (this.beginnings.paragraph === null);
  }

  reread(): void {
    const { paragraph } = this.beginnings;
    this.drawBeginnings();
    if (this.beginnings.paragraph !== paragraph) this.grid.describe(this);
  }

  private draw(after: SegmentAttrs, before: SegmentAttrs | null): void {
    const { dom, grid } = this;
    // One text that stays stays the same node: what is painted on it stands on that.
    this.writeSource(grid.document.source.slice(after.from, after.to));
    if (after.from !== before?.from || after.to !== before.to) {
      dom.classList.toggle('no-persian', after.from === after.to);
      this.drawBeginnings();
    }
    if (after.leftOut !== before?.leftOut) dom.classList.toggle('left-out', after.leftOut);
    if (after.kind !== before?.kind) dom.classList.toggle('lead', after.kind === 'lead');
    if (after.status !== before?.status) dom.dataset.status = after.status;
    if (before === null) {
      dom.hidden = grid.isHidden(after.id);
      dom.classList.toggle('empty', this.node.content.size === 0);
    }
  }

  /** The text is the first thing in the cell; a field to correct it may stand behind it. */
  private writeSource(persian: string): void {
    const text = this.source.firstChild;
    if (!(text instanceof Text)) this.source.prepend(persian);
    else if (text.data !== persian) text.data = persian;
  }

  private drawBeginnings(): void {
    this.beginnings = this.grid.document.beginnings(segmentAttrs(this.node));
    this.dom.classList.toggle('statement', this.beginnings.statement);
    this.dom.classList.toggle('merged', this.beginnings.merged);
  }

  private describeHeading(): void {
    const { paragraph } = this.beginnings;
    if (this.heading && paragraph !== null) setText(this.heading, this.grid.labels.paragraph(paragraph));
  }

  private describeMeta(): void {
    const { labels, findings } = this.grid;
    const { alignment } = segmentAttrs(this.node);
    const pairing = alignment && { alignment, shape: rowShape(this.node, this.grid.document.source) };
    this.meta.show(labels, findings.get(this.id) ?? 0, this.active ? this.node.textContent : null, pairing);
  }
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function setAttribute(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
