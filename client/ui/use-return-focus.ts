import { useLayoutEffect, useState } from 'react';

/** Gives the focus back, when the component goes away, to where it was when it came. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
    [before],
  );
}
