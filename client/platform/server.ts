import { MutationCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../../server/router.ts';
import { mayPass } from '../timeline/cause.ts';
import { causeOf, fetchOwn } from './cause.ts';
import { tellTrouble } from './told.ts';

const url = '/trpc';

/** So many calls travel as one request; more make several. The server takes no more at once. */
const maxItems = 50;

/** The server, typed by its router. The timeline talks to it directly, everything else by `queries`. */
export const server = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: httpSubscriptionLink({ url }),
      false: httpBatchLink({ url, maxItems, fetch: (input, init) => fetchOwn(input, init as RequestInit) }),
    }),
  ],
});

/** Answers are kept and shared here. A change that failed is told at once; a question, where its answer would stand. While
 *  the server is away it is asked again and again, so that the page goes on by itself. */
export const queryClient = new QueryClient({
  mutationCache: new MutationCache({ onError: tellTrouble }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: 1,
      refetchInterval: ({ state }) => state.error !== null && mayPass(causeOf(state.error)) && 3_000,
    },
  },
});

/** Query options for every procedure: `useQuery(queries.project.list.queryOptions())`. */
export const queries = createTRPCOptionsProxy<AppRouter>({ client: server, queryClient });

/** What the server answers: `Answers['document']['list']`. */
export type Answers = inferRouterOutputs<AppRouter>;
