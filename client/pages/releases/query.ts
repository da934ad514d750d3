import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { isOpen, type Job } from '../../jobs/query.ts';
import { type Answers, queries, queryClient } from '../../platform/server.ts';
import { notice } from '../../ui/notices.tsx';

/** A release in a list. */
export type Release = Answers['release']['list'][number];
export type OpenedRelease = Answers['release']['open'];
export type Statistics = Release['statistics'];

/** Has the releases be asked for again. */
export async function refreshReleases(): Promise<void> {
  await queryClient.invalidateQueries(queries.release.pathFilter());
}

/** How often a release that is being made is looked at, in milliseconds. */
const WATCHING = 500;

/** The releases of a project that are being made, and those that were not since the page is there, with why. Whoever waits is told of
 *  one that is done, also where it was done before anybody saw it under way. */
export function useMaking(project: string): { readonly open: readonly Job[]; readonly failed: readonly Job[] } {
  /** The jobs whose end is no news; `null` until they are known. */
  const old = useRef<Set<string> | null>(null);
  const [failed, setFailed] = useState<readonly Job[]>([]);
  const { data } = useQuery(
    queries.job.list.queryOptions(
      { project },
      {
        select: releasesAmong,
        refetchInterval: ({ state }) => state.data?.some((job) => job.kind === 'release' && isOpen(job)) && WATCHING,
      },
    ),
  );
  useEffect(() => {
    if (!data) return;
    const ended = data.filter((job) => !isOpen(job));
    const known = old.current;
    old.current = new Set(ended.map(({ id }) => id));
    if (known === null) return;
    const news = ended.filter(({ id }) => !known.has(id));
    for (const job of news) void tell(job);
    const troubles = news.filter(({ state }) => state === 'failed');
    if (troubles.length > 0) setFailed((others) => [...troubles, ...others]);
  }, [data]);
  return { open: (data ?? []).filter(isOpen), failed };
}

async function tell({ state, about }: Job): Promise<void> {
  await refreshReleases();
  if (state === 'done') notice(i18next.t('releases.done', { name: about }));
}

function releasesAmong(jobs: readonly Job[]): readonly Job[] {
  return jobs.filter(({ kind }) => kind === 'release');
}
