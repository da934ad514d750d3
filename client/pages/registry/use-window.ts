import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Rows drawn beyond either edge. */
const MARGIN = 8;

/** The part of a long list that can be seen. */
export interface Window<T extends HTMLElement> {
  /** Of the element that scrolls. */
  readonly ref: RefObject<T | null>;
  /** The rows to draw: `[first, end)`. */
  readonly first: number;
  readonly end: number;
  readonly onScroll: () => void;
  /** Rows in a screen. */
  readonly page: number;
  /** Scrolls as little as it takes to see a row whole. */
  reveal(row: number): void;
}

/** Which of `count` rows of `height` pixels to draw, so that a list may have any length. */
export function useWindow<T extends HTMLElement>(count: number, height: number): Window<T> {
  const ref = useRef<T>(null);
  const [seen, setSeen] = useState({ top: 0, size: 0 });
  const look = () => {
    const { scrollTop: top = 0, clientHeight: size = 0 } = ref.current ?? {};
    setSeen((before) => (before.top === top && before.size === size ? before : { top, size }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list of another length may have been scrolled by the browser
  useLayoutEffect(() => {
    look();
    const observer = new ResizeObserver(look);
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, [count]);

  return {
    ref,
    first: Math.max(0, Math.floor(seen.top / height) - MARGIN),
    end: Math.min(count, Math.ceil((seen.top + seen.size) / height) + MARGIN),
    onScroll: look,
    page: Math.max(1, Math.floor(seen.size / height) - 1),
    reveal(row) {
      const list = ref.current;
      if (!list) return;
      const top = row * height;
      if (top < list.scrollTop) list.scrollTop = top;
      else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight;
      look();
    },
  };
}
