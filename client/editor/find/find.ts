import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type Segment, segmentById } from '../../../shared/doc/model/read.ts';
import { enter } from '../commands/navigate.ts';
import type { Grid, Row } from '../page/grid.ts';
import { keepActiveRowInView } from '../page/scroll.ts';
import type { Highlights } from '../paint/highlights.ts';
import { activeSegment } from '../state/active.ts';
import { Haystacks } from './haystacks.ts';
import { type Hit, Search } from './search.ts';

/** What a search has found. `current` counts from 1; 0 while no hit was gone to. */
export interface Hits {
  readonly count: number;
  readonly current: number;
  /** False while a long document is still being gone through; `count` grows until then. */
  readonly complete: boolean;
}

const nothing: Hits = { count: 0, current: 0, complete: true };

/** How long one slice of a search may hold up everything else, in milliseconds. */
const SLICE = 10;

/** The search of one editor: paints its hits, counts them while the text changes, goes from one to the next. */
export class Find {
  hits: Hits = nothing;
  readonly haystacks: Haystacks;
  private readonly grid: Grid;
  private readonly highlights: Highlights;
  private readonly view: EditorView;
  private readonly tell: () => void;
  private search: Search | null = null;
  private current: Hit | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, grid: Grid, highlights: Highlights, tell: () => void) {
    this.view = view;
    this.grid = grid;
    this.highlights = highlights;
    this.tell = tell;
    this.haystacks = new Haystacks(() => grid.document.source);
  }

  /** Looks for `query` on both sides; an empty one ends the search. */
  set(query: string): Hits {
    clearTimeout(this.timer);
    this.current = null;
    this.search = query === '' ? null : new Search(query, this.haystacks, (id) => this.grid.isHidden(id));
    const { search } = this;
    if (search) {
      this.highlights.show({
        name: 'radif-find',
        priority: 1,
        source: ({ node }) => search.hits(node).source,
        rendering: ({ node }) => search.hits(node).rendering,
      });
    } else this.highlights.hide('radif-find');
    this.paintCurrent();
    this.recount();
    return this.hits;
  }

  /** Looks again after the filter changed what there is to be seen. */
  again(): void {
    if (this.search) this.set(this.search.query);
  }

  /** Follows a change of the document. */
  update(): void {
    if (this.search) this.recount();
  }

  /** Goes to the next (1) or previous (-1) hit from the last one, or from the caret. */
  go(step: 1 | -1): boolean {
    const { state } = this.view;
    const segment = activeSegment(state);
    const from = this.current ?? (segment && caretPlace(segment, state.selection.from - segment.pos - 1, step));
    const hit = from && this.search?.next(state.doc, from, step);
    if (!hit) return false;
    this.current = hit;
    this.visit(hit);
    this.paintCurrent();
    this.recount();
    return true;
  }

  destroy(): void {
    clearTimeout(this.timer);
  }

  private visit(hit: Hit): void {
    const { state } = this.view;
    const segment = segmentById(state.doc, hit.segment);
    if (!segment) return;
    const tr = enter(state.tr, segment);
    if (hit.side === 'rendering') {
      const start = segment.pos + 1;
      tr.setSelection(TextSelection.create(state.doc, start + hit.from, start + hit.to));
    }
    this.view.dispatch(tr);
    // ProseMirror scrolls to its selection only while it has the focus; here the field of the search has it.
    keepActiveRowInView(this.view);
  }

  private recount(): void {
    const { search } = this;
    const { doc } = this.view.state;
    const complete = search?.advance(doc, SLICE) ?? true;
    const found = search ? { ...search.count(doc, this.current), complete } : nothing;
    const before = this.hits;
    if (found.count !== before.count || found.current !== before.current || complete !== before.complete) {
      this.hits = found;
      this.tell();
    }
    clearTimeout(this.timer);
    if (!complete) this.timer = setTimeout(() => this.recount());
  }

  private paintCurrent(): void {
    const { current } = this;
    if (!current) {
      this.highlights.hide('radif-find-current');
      return;
    }
    const on = (side: Hit['side']) => (row: Row) =>
      row.id === current.segment && current.side === side ? [current] : [];
    this.highlights.show({ name: 'radif-find-current', priority: 2, source: on('source'), rendering: on('rendering') });
  }
}

/** Where a search sets out from: just before the caret, so that a hit that begins there is found. */
function caretPlace({ id }: Segment, offset: number, step: 1 | -1): Hit {
  const from = step === 1 ? offset - 1 : offset;
  return { segment: id, side: 'rendering', from, to: from };
}
