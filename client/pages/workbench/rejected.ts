import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { noticeTrouble } from '../../app/notices.tsx';
import { queries, queryClient, server } from '../../app/server.ts';

/** The keys of what somebody has rejected in a document; `null` until they are known. */
export function useRejected(document: string): ReadonlySet<string> | null {
  const { data } = useQuery(queries.dismissal.list.queryOptions({ document }));
  return useMemo(() => data && new Set(data.map(({ subject }) => subject)), [data]) ?? null;
}

/** Keeps that a proposal was rejected. */
export function rejectProposal(document: string, key: string): void {
  const { queryKey } = queries.dismissal.list.queryOptions({ document });
  const added = { subject: key, reason: '', person: '', at: Date.now() };
  queryClient.setQueryData(queryKey, (list) => [...(list ?? []), added]);
  server.dismissal.add.mutate({ document, subject: key, reason: '' }).catch(noticeTrouble);
}

/** Has proposals made again that were rejected. */
export async function proposeAgain(document: string, keys: readonly string[]): Promise<void> {
  const { queryKey } = queries.dismissal.list.queryOptions({ document });
  queryClient.setQueryData(queryKey, (list) => list?.filter(({ subject }) => !keys.includes(subject)));
  try {
    await Promise.all(keys.map((subject) => server.dismissal.remove.mutate({ document, subject })));
  } catch (error) {
    noticeTrouble(error);
  }
}
