import { skipToken, useQuery } from '@tanstack/react-query';
import { queryClient } from '../../platform/server.ts';
import type { Renaming } from './renaming.ts';

type Next = (now: Renaming | null) => Renaming | null;

/** The last renaming of an entity that was done here. It is remembered as long as the page is open, so that who goes to a
 *  document to look finds the way back. */
export function useRenaming(project: string, entity: string): readonly [Renaming | null, (next: Next) => void] {
  const queryKey = ['renaming', project, entity] as const;
  const { data = null } = useQuery<Renaming | null>({ queryKey, queryFn: skipToken, gcTime: Infinity });
  const change = (next: Next) => {
    queryClient.setQueryData<Renaming | null>(queryKey, (now = null) => next(now));
  };
  return [data, change];
}
