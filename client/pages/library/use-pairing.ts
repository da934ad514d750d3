import { useState } from 'react';
import { holdsCorpus } from '../../importing/holds-corpus.ts';
import { isCorpusWorkbook, isPair, looksPersian } from '../../pairing/is-pair.ts';
import type { Destination, Side } from '../../pairing/order.ts';
import { reviewIn } from '../../reviewing/order.ts';
import type { Review } from '../../reviewing/review-dialog.tsx';

/** A pair that is being put together. */
export interface PairRequest {
  readonly destination: Destination;
  readonly name: string;
  readonly sides: readonly Side[];
  /** Brings its files in as texts of their own. */
  readonly onSeparate?: (() => void) | undefined;
}

/** Where files came to; `document` is one on which a single file was dropped. */
export interface Arrival {
  readonly project: string;
  readonly projectName: string;
  readonly document: { readonly id: string; readonly title: string } | null;
  readonly files: readonly File[];
}

/** Texts that belong together. Files that hold corpora are given to `onCorpora`, a Word table that comes back from
 *  review to `onReview`; those that came together and are a pair are put
 *  side by side first, and so is the English of a document; all others go on to `send`. */
export function usePairing(
  send: (project: string, files: readonly File[]) => void,
  onCorpora: (arrival: Arrival) => void,
  onReview: (review: Review) => void,
): {
  readonly request: PairRequest | null;
  readonly ask: (request: PairRequest | null) => void;
  readonly arrive: (arrival: Arrival) => Promise<void>;
} {
  const [request, ask] = useState<PairRequest | null>(null);
  return {
    request,
    ask,
    async arrive(arrival) {
      const { project, projectName, document, files } = arrival;
      if ((await holdsCorpus(files)) || (!document && (await isCorpusWorkbook(project, files))))
        return onCorpora(arrival);
      const [only, ...more] = files;
      const review = only && more.length === 0 ? await reviewIn(only) : null;
      if (only && review) return onReview({ file: only, answer: review });
      const sides = files.map((file): Side => ({ kind: 'file', file }));
      const onSeparate = () => send(project, files);
      const [file] = files;
      if (document && file && !(await looksPersian(file))) {
        const destination = { kind: 'document', document: document.id } as const;
        ask({ destination, name: document.title, sides, onSeparate });
      } else if (await isPair(project, files)) {
        ask({ destination: { kind: 'project', project }, name: projectName, sides, onSeparate });
      } else onSeparate();
    },
  };
}
