import { useEffect, useState } from 'react';
import type { PairPreview } from '../../shared/core/pair-preview.ts';
import type { Checked } from '../../shared/core/problem.ts';
import { isWhole, type PairOrder, previewPair } from './order.ts';

/** So long, in milliseconds, nothing has to be typed before it is looked at. */
const PAUSE = 300;

interface Preview {
  /** What the server said of the pair, or of the one before it; `null` before it said anything. */
  readonly answer: Checked<PairPreview> | null;
  /** True while the answer is not of the pair as it stands. */
  readonly isAsking: boolean;
}

/** What a pair would become, asked anew when it changes; the last answer stays until the next is there. */
export function usePreview(order: PairOrder): Preview {
  const [last, setLast] = useState<{ readonly order: PairOrder; readonly answer: Checked<PairPreview> } | null>(null);
  const isReady = isWhole(order);
  useEffect(() => {
    if (!isReady) return;
    const leaving = new AbortController();
    const ask = async () => {
      const answer = await previewPair(order, leaving.signal);
      if (!leaving.signal.aborted) setLast({ order, answer });
    };
    const timer = setTimeout(() => {
      void ask().catch((error: unknown) => {
        if (!leaving.signal.aborted) throw error;
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [order, isReady]);
  return { answer: isReady ? (last?.answer ?? null) : null, isAsking: isReady && last?.order !== order };
}
