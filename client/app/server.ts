import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../../server/router.ts';

const url = '/trpc';

/** The server, typed by its router. The timeline talks to it directly, everything else by `queries`. */
export const server = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: httpSubscriptionLink({ url }),
      false: httpBatchLink({ url }),
    }),
  ],
});

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: 1 } },
});

/** Query options for every procedure: `useQuery(queries.project.list.queryOptions())`. */
export const queries = createTRPCOptionsProxy<AppRouter>({ client: server, queryClient });
