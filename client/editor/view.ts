import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { domReading } from './page/dom-reading.ts';
import { takeSelection } from './page/dom-selection.ts';
import type { Grid } from './page/grid.ts';
import { keepOwnSelection } from './page/own-selection.ts';
import { PageView } from './page/page-view.ts';
import { followActiveRow } from './page/scroll.ts';
import { SegmentView } from './page/segment-view.ts';
import { SleepingPage } from './page/sleeping-page.ts';
import { activeDecoration, activeSegment, isAwake } from './state/active.ts';
import type { NoticeKey } from './state/labels.ts';
import { clipboardProps } from './typing/clipboard.ts';
import { inputProps } from './typing/guarded-input.ts';

/** What the view asks the editor around it. */
export interface ViewContext {
  readonly root: HTMLElement;
  readonly state: EditorState;
  readonly grid: Grid;
  readonly dispatch: ((tr: Transaction) => void) | undefined;
  /** Ends with the editor. */
  readonly ending: AbortSignal;
  isEditable(): boolean;
  keyDown(view: EditorView, event: KeyboardEvent): boolean;
  /** What a line break means: on to the next segment. */
  goOn(): void;
  /** Tells why an edit over several segments does not happen. */
  refuse(why: NoticeKey): void;
  /** Follows a new state, once it is drawn. */
  updated(view: EditorView, before: EditorState): void;
}

/** The ProseMirror view of a document: rows and pages as plain DOM, and what belongs to every text in it. */
export function createView(context: ViewContext): EditorView {
  const { root, state, grid, dispatch } = context;
  let isOpening = true;
  const made = new EditorView(root, {
    state,
    editable: () => context.isEditable(),
    ...(dispatch && { dispatchTransaction: (tr) => dispatch(tr) }),
    nodeViews: {
      // Only what is opened sleeps: a page that comes later stands where somebody works.
      page: (node, _view, position, decorations) =>
        isOpening && !isAwake(decorations)
          ? new SleepingPage(node, grid, position)
          : new PageView(node, grid, decorations),
      segment: (node, _view, _getPos, decorations) => new SegmentView(node, grid, decorations),
    },
    decorations: (shown) => activeDecoration(shown, grid.waking.positions),
    domParser: domReading,
    attributes: () => ({
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': grid.labels.editor,
      'aria-readonly': String(!context.isEditable()),
      tabindex: '0',
    }),
    handleKeyDown: (view, event) => {
      takeSelection(view);
      return context.keyDown(view, event);
    },
    handleScrollToSelection: followActiveRow,
    plugins: [
      new Plugin({
        props: inputProps(
          () => context.goOn(),
          () => context.refuse('acrossSegments'),
        ),
      }),
      new Plugin({ props: clipboardProps((why) => context.refuse(why)) }),
      new Plugin({
        view: (view) => {
          numberPages(view, grid, view.state.doc);
          grid.settle();
          const followComposing = composingFollower(view, grid);
          return {
            update(_view, before) {
              followComposing(before.doc);
              if (before.doc.attrs.source !== view.state.doc.attrs.source) grid.sourceCorrected();
              if (grid.unnumbered || !pagedAlike(before.doc, view.state.doc)) numberPages(view, grid, before.doc);
              grid.settle();
              context.updated(view, before);
            },
          };
        },
      }),
    ],
  });
  isOpening = false;
  grid.document.shown = () => made.state.doc;
  keepOwnSelection(made.dom);
  grid.waking.start(made, context.ending);
  return made;
}

/** Once an input method is done, at once or a moment later, the view draws the text anew that it has written: until the next
 *  change, what is painted there moves along with every update. */
function composingFollower(view: EditorView, grid: Grid): (before: Node) => void {
  let composed: string | null = null;
  return (before) => {
    const { state, composing } = view;
    if (composing) composed = activeSegment(state)?.id ?? null;
    else if (state.doc !== before) composed = null;
    const row = composed === null ? null : grid.row(composed);
    if (row && !composing) grid.rowChanged(row);
  };
}

/** True when the pages of two documents hold as many segments each. */
function pagedAlike(before: Node, after: Node): boolean {
  if (before === after) return true;
  return (
    before.childCount === after.childCount &&
    after.children.every(
      (page, index) => page === before.child(index) || page.childCount === before.child(index).childCount,
    )
  );
}

/** Tells every page how many segments come before it, and has the rows described whose numbers changed since `before`. */
function numberPages(view: EditorView, grid: Grid, before: Node): void {
  let count = 0;
  for (const [index, node] of view.state.doc.children.entries()) {
    const page = grid.pageAt(view.dom.children[index] ?? null);
    const isMoved = page?.numberAfter(count);
    if (page && (isMoved || before.maybeChild(index)?.childCount !== node.childCount)) grid.refreshPage(page);
    count += node.childCount;
  }
  grid.unnumbered = false;
}
