import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type Hold, holdKeys } from '../keys/held-keys.ts';

/** From the moment on that a person goes to another page, nothing is typed into the one that is still on the screen. */
export function useHeldWhileLeaving(): void {
  const router = useRouter();
  useEffect(() => {
    let hold: Hold | null = null;
    const stops = [
      router.subscribe('onBeforeNavigate', ({ pathChanged }) => {
        if (pathChanged) hold = holdKeys(document.activeElement, () => undefined);
      }),
      router.subscribe('onResolved', () => {
        hold?.end();
        hold = null;
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [router]);
}
