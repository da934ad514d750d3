import { type RefObject, useEffect, useRef } from 'react';

/** Keeps the focus in a list whose items may go while they have it: what took the place of such an item gets it, or the last
 *  one. Items have `data-item`; `items` is another value whenever some came or went, and `wanted` says what of an item takes the focus. */
export function useKeptFocus(list: RefObject<HTMLElement | null>, items: unknown, wanted = 'a, button'): void {
  const place = useRef(-1);
  useEffect(() => {
    const element = list.current;
    const follow = ({ target }: FocusEvent) => {
      place.current = itemsOf(element).findIndex((item) => target instanceof Node && item.contains(target));
    };
    // Who leaves of their own accord does not want to be called back; an item that went has left the page too.
    const leave = ({ target, relatedTarget }: FocusEvent) => {
      if (target instanceof Node && target.isConnected && relatedTarget instanceof Node) place.current = -1;
    };
    element?.addEventListener('focusin', follow);
    element?.addEventListener('focusout', leave);
    return () => {
      element?.removeEventListener('focusin', follow);
      element?.removeEventListener('focusout', leave);
    };
  }, [list]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a list that changed can have lost the focus
  useEffect(() => {
    if (place.current < 0 || document.activeElement !== document.body) return;
    const all = itemsOf(list.current);
    const next = all.at(Math.min(place.current, all.length - 1))?.querySelector<HTMLElement>(wanted);
    (next ?? list.current)?.focus();
  }, [items]);
}

function itemsOf(list: HTMLElement | null): readonly Element[] {
  return [...(list?.querySelectorAll('[data-item]') ?? [])];
}
