import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type Answers, queries, queryClient } from '../platform/server.ts';

/** A job as people see it. */
export type Job = Answers['job']['list'][number];

/** How often what runs is looked at, and how often whether anything does, in milliseconds. */
const WATCHING = 700;
const LOOKING = 30_000;

/** The jobs that are on their way, forward or back; the one changed last first. */
export function useOpenJobs(): readonly Job[] {
  const { data } = useQuery(
    queries.job.list.queryOptions(
      {},
      {
        select: (jobs) => jobs.filter(isOpen),
        refetchInterval: ({ state }) => (state.data?.some(isOpen) ? WATCHING : LOOKING),
      },
    ),
  );
  return data ?? none;
}

/** Has pages ask again for what they show once one of the open jobs has ended: whoever began it, it may have changed that. */
export function useFreshOnceDone(jobs: readonly Job[]): void {
  const before = useRef(none);
  useEffect(() => {
    const isOver = before.current.some(({ id }) => jobs.every((job) => job.id !== id));
    before.current = jobs;
    if (isOver) void queryClient.invalidateQueries();
  }, [jobs]);
}

/** True for a job that has not ended. */
export function isOpen({ state }: Pick<Job, 'state'>): boolean {
  return state === 'waiting' || state === 'running' || state === 'cancelling' || state === 'failing';
}

/** Looks at the jobs now. */
async function refreshJobs(): Promise<void> {
  await queryClient.invalidateQueries(queries.job.pathFilter());
}

/** `work`, with the jobs looked at while it is under way and once it has ended. */
export async function withJobsShown<T>(work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => void refreshJobs(), WATCHING / 2);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    void refreshJobs();
  }
}

const none: readonly Job[] = [];
