import { useRef } from 'react';

/** Gives `work` so that it is never begun while it is under way. Where a button shows that, it does so from the next frame on: the
 *  second click of two, or a key that repeats, comes before. */
export function useOneAtATime<Given extends readonly unknown[]>(
  work: (...given: Given) => Promise<void>,
): (...given: Given) => Promise<void> {
  const isBusy = useRef(false);
  return async (...given) => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      await work(...given);
    } finally {
      // What the work ends with, such as closing a dialog, is drawn first.
      setTimeout(() => {
        isBusy.current = false;
      });
    }
  };
}
