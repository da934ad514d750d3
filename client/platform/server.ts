import { MutationCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../../server/router.ts';
import { mayPass } from '../timeline/cause.ts';
import { causeOf, fetchOwn } from './cause.ts';
import { tellTrouble } from './told.ts';

const url = '/trpc';

/** So many calls travel as one request; more make several. The server takes no more at once. */
const maxItems = 50;

const fetchAs = (input: string | URL | Request, init?: unknown) => fetchOwn(input, init as RequestInit);

/** The server, typed by its router. The timeline talks to it directly, everything else by `queries`. What people type goes by
 *  itself: it waits for no other call. */
export const server = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: httpSubscriptionLink({ url }),
      false: splitLink({
        condition: ({ path }) => path === 'timeline.push',
        true: httpLink({ url, fetch: fetchAs }),
        false: httpBatchLink({ url, maxItems, fetch: fetchAs }),
      }),
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
