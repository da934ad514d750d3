import { useEffect, useState } from 'react';
import { linkId } from './link-id.ts';
import type { Imported } from './upload.ts';

/** Follows the documents that arrive: those of one import, the last of which has the focus on its link; how to tell of
 *  another; and how to say that an import begins. */
export function useArrivals(): readonly [readonly Imported[], (document: Imported) => void, () => void] {
  const [arrived, setArrived] = useState<readonly Imported[]>([]);
  const last = arrived.at(-1);
  useEffect(() => {
    if (last) window.document.getElementById(linkId(last.id))?.focus();
  }, [last]);
  return [arrived, (document) => setArrived((others) => [...others, document]), () => setArrived([])];
}
