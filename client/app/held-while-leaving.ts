import { useRouter } from '@tanstack/react-router';
import { useContext, useEffect, useState } from 'react';
import { type Hold, holdKeys } from '../keys/held-keys.ts';
import { DeskContext } from '../keys/use-commands.ts';

/** From the moment on that a person goes to another page, nothing is typed into the one that is still on the screen, and a
 *  command that waits does so for the other one. */
export function useHeldWhileLeaving(): void {
  const router = useRouter();
  const desk = useContext(DeskContext);
  const [arrivals, setArrivals] = useState(0);
  useEffect(() => {
    let hold: Hold | null = null;
    const stops = [
      router.subscribe('onBeforeNavigate', ({ pathChanged }) => {
        if (!pathChanged) return;
        hold = holdKeys(document.activeElement, () => undefined);
        desk.leave();
      }),
      router.subscribe('onResolved', () => {
        hold?.end();
        hold = null;
        setArrivals((count) => count + 1);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [router, desk]);
  // By now the page has said what it does, and what of it is still on its way.
  useEffect(() => {
    if (arrivals === 0) return;
    desk.arrive();
    desk.settle();
  }, [desk, arrivals]);
}
