import type { Grid, Row } from '../page/grid.ts';

/** What the nodes on the spine do. */
export interface HandleActions {
  /** Pressed: opens the menu of states beside `anchor`. */
  open(row: Row, anchor: DOMRect): void;
  /** Dragged to a point of the window; gives the boundary back as it will be, for `drop`. */
  drag(row: Row, x: number, y: number): void;
  /** Let go where it was dragged to last. */
  drop(row: Row): void;
  cancel(): void;
}

/** How far a press moves before it is a drag, in pixels. */
const SLACK = 5;

/** Makes the nodes on the spine buttons that can also be dragged. Ends with `signal`. */
export function handles(root: HTMLElement, grid: Grid, actions: HandleActions, signal: AbortSignal): void {
  let dragged = false;

  root.addEventListener(
    'mousedown',
    (event) => {
      if (handleOf(event.target)) event.preventDefault();
    },
    { signal },
  );

  root.addEventListener(
    'click',
    (event) => {
      const handle = handleOf(event.target);
      const row = handle && grid.rowAt(handle);
      if (row && !dragged) actions.open(row, handle.getBoundingClientRect());
      dragged = false;
    },
    { signal },
  );

  root.addEventListener(
    'pointerdown',
    (event) => {
      const handle = handleOf(event.target);
      const row = handle && grid.rowAt(handle);
      if (!row || event.button !== 0) return;
      dragged = false;
      const drag = new AbortController();
      const end = AbortSignal.any([signal, drag.signal]);
      handle.setPointerCapture(event.pointerId);
      handle.addEventListener(
        'pointermove',
        ({ clientX, clientY }) => {
          dragged ||= Math.hypot(clientX - event.clientX, clientY - event.clientY) > SLACK;
          if (dragged) actions.drag(row, clientX, clientY);
        },
        { signal: end },
      );
      handle.addEventListener(
        'pointerup',
        () => {
          if (dragged) actions.drop(row);
          drag.abort();
        },
        { signal: end },
      );
      handle.addEventListener(
        'pointercancel',
        () => {
          actions.cancel();
          drag.abort();
        },
        { signal: end },
      );
      window.addEventListener(
        'keydown',
        (key) => {
          if (key.key !== 'Escape' || !dragged) return;
          key.preventDefault();
          key.stopPropagation();
          actions.cancel();
          drag.abort();
        },
        { signal: end, capture: true },
      );
    },
    { signal },
  );
}

function handleOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.handle') : null;
}
