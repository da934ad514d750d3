import type { EditorView } from 'prosemirror-view';
import { activeSegment } from '../state/active.ts';

/** Room that stays between the active row and the edge of the window, in pixels. */
const ROOM = 72;
/** Frames in which a far row may still settle while the rows around it are laid out for the first time. */
const FRAMES = 8;

/** Brings the active row into view, and the caret where the row is higher than the window. A row in view stays put. */
export function keepActiveRowInView(view: EditorView): boolean {
  const box = scrollBox(view.dom);
  if (!box) return false;
  const delta = distance(view, box);
  if (delta === 0) return true;
  const far = Math.abs(delta) > box.clientHeight;
  box.scrollTop += far ? delta + Math.sign(delta) * (box.clientHeight / 4) : delta;
  settle(view, box, FRAMES);
  return true;
}

const followed = new WeakSet<EditorView>();

/** The same within the frame that comes, before it is drawn: by then all that a key changes has been written, and is laid out
 *  once. */
export function followActiveRow(view: EditorView): boolean {
  if (followed.has(view)) return true;
  followed.add(view);
  requestAnimationFrame(() => {
    followed.delete(view);
    if (!view.isDestroyed) keepActiveRowInView(view);
  });
  return true;
}

function settle(view: EditorView, box: Element, frames: number): void {
  if (frames === 0) return;
  requestAnimationFrame(() => {
    if (view.isDestroyed) return;
    const delta = distance(view, box);
    if (delta === 0) return;
    box.scrollTop += delta;
    settle(view, box, frames - 1);
  });
}

/** How far the box must scroll on, in pixels; 0 when what matters is comfortably in view. */
function distance(view: EditorView, box: Element): number {
  const segment = activeSegment(view.state);
  const row = segment && view.nodeDOM(segment.pos);
  if (!(row instanceof Element)) return 0;
  const frame = box.getBoundingClientRect();
  const room = Math.min(ROOM, frame.height / 5);
  const inner = { top: frame.top + room, bottom: frame.bottom - room };
  const fits = ({ top, bottom }: Extent) => bottom - top <= inner.bottom - inner.top;
  const wanted =
    [withRowsBeside(row), row.getBoundingClientRect()].find(fits) ?? view.coordsAtPos(view.state.selection.head);
  if (wanted.top < inner.top) return Math.floor(Math.max(wanted.top - inner.top, -box.scrollTop));
  if (wanted.bottom <= inner.bottom) return 0;
  return Math.ceil(Math.min(wanted.bottom - inner.bottom, box.scrollHeight - box.clientHeight - box.scrollTop));
}

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Where a row stands with its neighbours, as far as they are to be seen with it. */
function withRowsBeside(row: Element): Extent {
  const above = row.previousElementSibling ?? row.parentElement?.previousElementSibling?.lastElementChild;
  const below = row.nextElementSibling ?? row.parentElement?.nextElementSibling?.firstElementChild;
  const rows = [above, row, below].filter((one) => one === row || one?.classList.contains('beside'));
  const places = rows.flatMap((one) => one?.getBoundingClientRect() ?? []);
  return { top: Math.min(...places.map(({ top }) => top)), bottom: Math.max(...places.map(({ bottom }) => bottom)) };
}

/** The element that scrolls the editor. */
export function scrollBox(element: HTMLElement): HTMLElement | null {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return null;
}
