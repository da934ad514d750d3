import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Span } from '../../shared/core/span.ts';
import { segmentById } from '../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../shared/doc/model/schema.ts';
import type { SourceText } from '../../shared/doc/model/source.ts';
import { moveBorder } from './commands/structure.ts';
import type { Naming } from './naming/naming.ts';
import type { Grid, Row } from './page/grid.ts';
import { type BoundaryDrag, borderBefore } from './spine/boundary-drag.ts';
import { handles } from './spine/handle.ts';
import { readSources } from './spine/source-reading.ts';
import type { SplitCursor } from './spine/split-cursor.ts';
import { activeSegment } from './state/active.ts';

/** What the pointer does outside the renderings. */
export interface GestureContext {
  readonly root: HTMLElement;
  readonly view: EditorView;
  readonly grid: Grid;
  readonly source: SourceText;
  readonly cursor: SplitCursor;
  readonly drag: BoundaryDrag;
  readonly naming: Naming;
  openMenu(segmentId: string, anchor: DOMRect): void;
}

/** Lets the pointer read the sources, press and drag the nodes, and go to a row by its edges. Ends with `signal`. */
export function listenToGestures(context: GestureContext, signal: AbortSignal): void {
  const { root, view, grid, source, cursor, drag, naming, openMenu } = context;

  const enter = (row: Row) => {
    const segment = segmentById(view.state.doc, row.id);
    if (!segment || activeSegment(view.state)?.id === row.id) return;
    const end = segment.pos + segment.node.nodeSize - 1;
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, end)));
  };
  const enterAt = (row: Row, offset: number) => {
    enter(row);
    cursor.put(segmentAttrs(row.node), offset);
  };

  const reader = {
    clicked(row: Row, offset: number) {
      naming.leave();
      enterAt(row, offset);
      view.focus();
    },
    selected(row: Row, { from, to }: Span, byLetters: boolean) {
      enterAt(row, from);
      naming.cover({ segment: row.id, side: 'source', from, to }, byLetters);
    },
    takesKey: (event: KeyboardEvent) => naming.handleKey(event),
    backToText: () => view.focus(),
  };
  readSources(root, grid, reader, signal);

  const actions = {
    open(row: Row, anchor: DOMRect) {
      enter(row);
      openMenu(row.id, anchor);
    },
    drag(row: Row, x: number, y: number) {
      drag.to(view.editable ? borderBefore(view.state.doc, row.id, source) : null, x, y);
    },
    drop() {
      const moved = drag.end();
      if (moved) moveBorder(moved.id, moved.offset, source)(view.state, view.dispatch, view);
    },
    cancel: () => drag.cancel(),
  };
  handles(root, grid, actions, signal);

  view.dom.addEventListener(
    'mouseup',
    ({ target, altKey }) => {
      if (target instanceof Element && target.closest('.rendering')) setTimeout(() => naming.offer(altKey));
    },
    { signal },
  );

  root.addEventListener('mousedown', selectAnew, { signal, capture: true });
  const pressEdge = (event: MouseEvent) => {
    const row = rowPressed(context, event);
    if (!row) return;
    event.preventDefault();
    enter(row);
    view.focus();
  };
  root.addEventListener('mousedown', pressEdge, { signal });
}

/** The row that is meant by a press beside its texts, or below the last one. */
function rowPressed({ view, grid }: GestureContext, { target, clientY }: MouseEvent): Row | null {
  if (!(target instanceof Element)) return null;
  const edge = target.closest('.number, .meta, .spine, .paragraph');
  if (edge) return target.closest('.handle') ? null : grid.rowAt(edge);
  if (target !== view.dom) return null;
  const last = [...view.dom.querySelectorAll('.segment:not([hidden])')].at(-1);
  return last && clientY > last.getBoundingClientRect().bottom ? grid.rowAt(last) : null;
}

/** A press on what is selected begins another selection: nobody who drags over a name again means to carry text away. */
function selectAnew({ target, button, shiftKey, detail, clientX: x, clientY: y }: MouseEvent): void {
  if (button !== 0 || shiftKey || detail > 1) return;
  if (!(target instanceof Element) || !target.closest('.source, .rendering')) return;
  const selection = getSelection();
  const place = selection?.isCollapsed === false ? document.caretPositionFromPoint?.(x, y) : null;
  if (selection && place) selection.collapse(place.offsetNode, place.offset);
}
