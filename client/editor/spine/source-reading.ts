import type { Span } from '../../../shared/core/span.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { Grid, Row } from '../page/grid.ts';
import { sourceOffsetAt } from './caret-place.ts';

/** What a person does with the Persian text. */
export interface SourceReader {
  /** A click: the row becomes the active one; `offset` is the place in the whole source. */
  clicked(row: Row, offset: number): void;
  /** Text was selected, with Alt by letters; the row where it begins becomes the active one, the selection stays. */
  selected(row: Row, span: Span, byLetters: boolean): void;
  /** Takes a key that was pressed while the focus was on the source; false for one that it leaves. */
  takesKey(event: KeyboardEvent): boolean;
  /** A key that belongs to the rendering was pressed while the focus was on the source. */
  backToText(): void;
}

/** Lets the source be read, selected and copied as it is, though it stands in an editable page. Ends with `signal`. */
export function readSources(root: HTMLElement, grid: Grid, reader: SourceReader, signal: AbortSignal): void {
  /** What a press has meant, once the browser has made its selection of it; a key that is faster finds it done. */
  let read: (() => void) | null = null;
  document.addEventListener('keydown', () => read?.(), { signal, capture: true });

  root.addEventListener(
    'mousedown',
    (event) => {
      const row = sourceRow(grid, event.target);
      if (!row || event.button !== 0) return;
      const up = (end: MouseEvent) => {
        read = () => {
          read = null;
          const selection = getSelection();
          const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
          const start = range && sourceOffset(grid, range.startContainer, range.startOffset);
          const last = range && sourceOffset(grid, range.endContainer, range.endOffset);
          const span = start && { from: start.offset, to: endOf(start.row, last) };
          if (start && span) reader.selected(start.row, span, end.altKey);
          else if (!range) reader.clicked(row, sourceOffsetAt(row, end.clientX, end.clientY));
        };
        setTimeout(() => read?.());
      };
      document.addEventListener('mouseup', up, { once: true, signal });
    },
    { signal },
  );

  document.addEventListener(
    'copy',
    (event) => {
      const selection = getSelection();
      const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
      const start = range && sourceOffset(grid, range.startContainer, range.startOffset);
      const end = range && sourceOffset(grid, range.endContainer, range.endOffset);
      if (!start || !end || !root.contains(start.row.dom)) return;
      event.clipboardData?.setData('text/plain', grid.document.source.slice(start.offset, end.offset));
      event.preventDefault();
      event.stopPropagation();
    },
    { signal, capture: true },
  );

  root.addEventListener(
    'keydown',
    (event) => {
      if (!sourceRow(grid, event.target)) return;
      if (reader.takesKey(event)) {
        event.preventDefault();
        return;
      }
      if (event.ctrlKey || event.metaKey || isModifier(event.key)) return;
      if (event.shiftKey && event.key.startsWith('Arrow')) return;
      reader.backToText();
      if (event.key.length > 1) event.preventDefault();
    },
    { signal },
  );
}

/** Where a selection that begins in `row` ends, cut off where the row does. */
function endOf(row: Row, last: { readonly row: Row; readonly offset: number } | null): number {
  return last?.row === row ? last.offset : segmentAttrs(row.node).to;
}

function isModifier(key: string): boolean {
  return /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|Fn|F\d+|ContextMenu)$/.test(key);
}

function sourceRow(grid: Grid, target: EventTarget | null): Row | null {
  return target instanceof Element && target.closest('.source') ? grid.rowAt(target) : null;
}

/** The row and the offset of the whole source for a place in the page, or `null` outside the source cells. */
function sourceOffset(grid: Grid, node: Node, offset: number): { readonly row: Row; readonly offset: number } | null {
  const row = sourceRow(grid, node instanceof Element ? node : node.parentElement);
  if (!row) return null;
  const { from, to } = segmentAttrs(row.node);
  if (node === row.source.firstChild) return { row, offset: from + offset };
  return { row, offset: offset === 0 ? from : to };
}
