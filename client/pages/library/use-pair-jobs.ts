import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isOpen, type Job } from '../../jobs/query.ts';
import { awaited, bringsTexts, documentsOf, tellEnd } from '../../pairing/job.ts';
import { queries } from '../../platform/server.ts';
import { stored, useStored } from '../../platform/stored.ts';
import { refreshLibrary } from './refresh.ts';
import type { Imported } from './upload.ts';

/** So many dismissed jobs are remembered; the server tells of fewer. */
const REMEMBERED = 100;

/** Jobs whose end was read; kept in this browser. */
const dismissed = stored<readonly string[]>('radif.dismissedJobs', (found) =>
  Array.isArray(found) ? found.filter((id) => typeof id === 'string') : [],
);

/** The ends of jobs that brought texts in, as far as they are to be read: those that failed or left something to be told, until
 *  that is dismissed. `onImported` hears of each that ends well while the page is there. What runs is in the top bar. */
export function usePairJobs(onImported: (document: Imported) => void): {
  readonly ended: readonly Job[];
  readonly dismiss: (job: string) => void;
} {
  const gone = useStored(dismissed);
  const { data } = useQuery(queries.job.list.queryOptions({}));
  const told = useRef(onImported);
  useEffect(() => {
    told.current = onImported;
  });
  useEffect(() => {
    for (const job of data ?? []) {
      if (!bringsTexts(job)) continue;
      if (isOpen(job)) awaited.add(job.id);
      else if (awaited.delete(job.id)) void tell(job, told.current);
    }
  }, [data]);
  return {
    ended: (data ?? []).filter((job) => bringsTexts(job) && isNews(job) && !gone.includes(job.id)),
    dismiss: (job) => dismissed.set([...gone.slice(1 - REMEMBERED), job]),
  };
}

/** True for the end of a job that somebody has to read. */
function isNews({ state, outcome }: Job): boolean {
  return state === 'failed' || (state === 'done' && (outcome?.remarks.length ?? 0) > 0);
}

async function tell(job: Job, onImported: (document: Imported) => void): Promise<void> {
  const { outcome } = job;
  if (job.state === 'done') await refreshLibrary();
  if (!isNews(job)) tellEnd(job);
  if (job.state !== 'done') return;
  for (const { document, title, segments } of documentsOf(outcome)) {
    onImported({ id: document, title, segments, notes: [] });
  }
}
