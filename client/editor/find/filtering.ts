import type { EditorView } from 'prosemirror-view';
import { pages, segmentCount } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { goBy } from '../commands/navigate.ts';
import type { Grid, Page } from '../page/grid.ts';
import { keepActiveRowInView } from '../page/scroll.ts';
import { activeSegment } from '../state/active.ts';
import { type Filter, hiddenBy, isOpen } from './filter.ts';
import type { Haystacks } from './haystacks.ts';

/** Which rows are seen: those that a filter lets through, and with them what is asked for beside the active one. */
export class Filtering {
  private readonly grid: Grid;
  private hidden: ReadonlySet<string> = new Set();
  private beside: ReadonlySet<string> = new Set();

  constructor(grid: Grid) {
    this.grid = grid;
    grid.isHidden = (id) => this.hidden.has(id) && !this.beside.has(id);
  }

  /** The segments that the filter leaves out; the same set until it changes. */
  get leftOut(): ReadonlySet<string> {
    return this.hidden;
  }

  /** True for a segment that the filter lets through. */
  readonly isShown = (id: string): boolean => !this.hidden.has(id);

  /** Shows only what fits; gives how many segments that is. */
  apply({ state: { doc }, dom }: EditorView, filter: Filter, haystacks: Haystacks): number {
    this.hidden = isOpen(filter) ? new Set() : hiddenBy(filter, doc, haystacks, this.grid.document.source);
    for (const [index, node] of pages(doc).entries()) {
      const isLeftOut = node.children.every((segment) => this.grid.isHidden(segmentAttrs(segment).id));
      this.grid.pageAt(dom.children[index] ?? null)?.hide(isLeftOut);
    }
    return segmentCount(doc) - this.hidden.size;
  }

  /** Goes on to a row that is seen where the active one is not any more. */
  leaveHidden(view: EditorView): void {
    const { state, dispatch } = view;
    const active = activeSegment(state);
    const went =
      active &&
      !this.isShown(active.id) &&
      (goBy(1, this.isShown)(state, dispatch) || goBy(-1, this.isShown)(state, dispatch));
    if (!went) keepActiveRowInView(view);
  }

  /** Has the rows with these ids seen, whatever the filter says; those of before no longer. */
  seeBeside(ids: ReadonlySet<string>): void {
    const before = this.beside;
    this.beside = ids;
    if (this.hidden.size === 0) return;
    const changed = new Set<Page>();
    for (const id of new Set([...before, ...ids])) {
      const page = this.hidden.has(id) ? this.grid.pageAt(this.grid.row(id)?.dom.parentElement ?? null) : null;
      if (page) changed.add(page);
    }
    for (const page of changed) page.hide([...this.grid.rowsOf(page)].every(({ id }) => this.grid.isHidden(id)));
  }
}
