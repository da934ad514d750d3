import { useInfiniteQuery } from '@tanstack/react-query';
import { queries, server } from '../../platform/server.ts';

const PAGE = 50;

/** The history of a document, newest first, as far as it has been asked for. */
export function useVersions(document: string) {
  const query = useInfiniteQuery({
    queryKey: [...queries.version.list.queryKey({ document }), 'pages'],
    queryFn: ({ pageParam }) =>
      server.version.list.query({ document, limit: PAGE, ...(pageParam !== null && { before: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries }) => (entries.length < PAGE ? null : (entries.at(-1)?.from ?? null)),
  });
  const pages = query.data?.pages ?? [];
  return {
    ...query,
    entries: pages.flatMap((page) => page.entries),
    named: pages.flatMap((page) => page.named),
  };
}
