import { useEffect, useState } from 'react';
import { linkId } from './document-row.tsx';
import type { Imported } from './upload.ts';

/** Follows the documents that arrive: the last one, whose link gets the focus, and how to tell of another. */
export function useArrivals(): readonly [Imported | null, (document: Imported) => void] {
  const [arrived, setArrived] = useState<Imported | null>(null);
  useEffect(() => {
    if (arrived) window.document.getElementById(linkId(arrived.id))?.focus();
  }, [arrived]);
  return [arrived, setArrived];
}
