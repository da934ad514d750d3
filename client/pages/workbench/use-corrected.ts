import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { sourceTextOf } from '../../../shared/doc/model/source.ts';
import { correctedOutline } from '../../../shared/language/sentences/corrected-outline.ts';
import type { DocumentAtHand } from '../../timeline/authority.ts';
import type { Work } from './use-timeline.ts';

/** The document at work with its source as people have corrected it; the same object until they do. */
export function useCorrected({ document, timeline }: Work): DocumentAtHand {
  const subscribe = useCallback((listener: () => void) => timeline.subscribe(listener), [timeline]);
  const source = useSyncExternalStore(subscribe, () => sourceTextOf(timeline.state.doc, document.source));
  return useMemo(() => {
    if (source === document.source) return document;
    return { ...document, source, outline: correctedOutline(document.source, document.outline, source) };
  }, [document, source]);
}
