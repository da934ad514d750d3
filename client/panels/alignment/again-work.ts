import type { LearnedTable } from '../../../shared/alignment/learning/learned.ts';
import type { AlignedStretch } from '../../../shared/alignment/rows/again.ts';
import type { PairedRow } from '../../../shared/alignment/rows/paired-rows.ts';
import type { Checked } from '../../../shared/core/problem.ts';
import type { Entity } from '../../../shared/names/entity/entity.ts';

/** What the worker is sent. */
export interface AgainOrder {
  readonly source: string;
  readonly stretches: readonly AlignedStretch[];
  readonly entities: readonly Entity[];
  readonly learned: LearnedTable;
}

/** What it sends back: the share that is done, and at last the rows of each stretch. */
export type AgainReport =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly rows: Checked<readonly (readonly PairedRow[])[]> };

/** Aligns in a worker, so that nobody waits for it to type; ends with `null` when `signal` says so. Rejects when the worker
 *  cannot be had, or fails. */
export function alignApart(
  order: AgainOrder,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Checked<readonly (readonly PairedRow[])[]> | null> {
  const worker = new Worker(new URL('./again-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Checked<readonly (readonly PairedRow[])[]> | null>((resolve, reject) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
    worker.addEventListener('error', () => reject(new Error('The worker that aligns has failed')));
    worker.addEventListener('message', ({ data }: MessageEvent<AgainReport>) => {
      if (data.kind === 'progress') progress(data.share);
      else resolve(data.rows);
    });
    worker.postMessage(order);
  }).finally(() => worker.terminate());
}
