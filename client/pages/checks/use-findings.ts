import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { FindingKind } from '../../../shared/doc/checks/finding-kinds.ts';
import { type Answers, queries } from '../../platform/server.ts';

export type FoundDocument = Answers['finding']['list']['documents'][number];
export type PlacedFinding = FoundDocument['findings'][number];

interface Wanted {
  readonly project: string;
  readonly kind: FindingKind | null;
  readonly ignored: boolean;
  /** So many findings are asked for, and no more. */
  readonly most: number;
}

/** How soon it is asked again, in milliseconds, while the server has not read yet all that it checks by. */
const SOON = 1_000;

/** The findings of a project as far as they are wanted, one answer after the other. */
export function useFindings({ project, kind, ignored, most }: Wanted) {
  const query = useInfiniteQuery(
    queries.finding.list.infiniteQueryOptions(
      { project, kind, ignored },
      {
        getNextPageParam: ({ next }) => next,
        refetchOnMount: 'always',
        refetchInterval: ({ state }) => state.data?.pages.some(({ isBehind }) => isBehind) === true && SOON,
        placeholderData: keepPreviousData,
      },
    ),
  );
  const found = useMemo(() => together(query.data?.pages ?? []), [query.data]);
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const wantsMore = hasNextPage && found.listed < most;
  useEffect(() => {
    if (wantsMore && !isFetching && !isError) void fetchNextPage();
  }, [wantsMore, isFetching, isError, fetchNextPage]);
  return { ...found, error: query.error, retry: query.refetch, isKnown: query.data !== undefined, hasNextPage };
}

function together(pages: readonly Answers['finding']['list'][]) {
  const documents = pages.flatMap((page) => page.documents);
  const counts = new Map<FindingKind, number>();
  for (const page of pages) {
    for (const [kind, count] of Object.entries(page.counts) as [FindingKind, number][]) {
      counts.set(kind, (counts.get(kind) ?? 0) + count);
    }
  }
  return {
    documents,
    counts,
    /** Findings that were sent. */
    listed: documents.reduce((sum, { findings }) => sum + findings.length, 0),
    /** Documents that were looked through, of how many. */
    looked: pages.reduce((sum, page) => sum + page.looked, 0),
    total: pages.at(-1)?.total ?? 0,
    isBehind: pages.some(({ isBehind }) => isBehind),
  };
}
