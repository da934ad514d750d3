import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { rewriteDismissals, without } from '../../panels/checks/query.ts';
import { queries, queryClient, server } from '../../platform/server.ts';
import { untilSent } from '../../platform/until-sent.ts';
import { noticeTrouble } from '../../ui/notices.tsx';

/** The keys of what somebody has rejected in a document; `null` until they are known. */
export function useRejected(document: string): ReadonlySet<string> | null {
  const { data } = useQuery(queries.dismissal.list.queryOptions({ document }));
  return useMemo(() => data && new Set(data.map(({ subject }) => subject)), [data]) ?? null;
}

/** Keeps that a proposal was rejected; it is sent until the server has it. */
export async function rejectProposal(document: string, key: string): Promise<void> {
  const rejected = { document, subject: key, reason: '' };
  await rewriteDismissals(document, (known) => [...without(known, key), { ...rejected, person: '', at: Date.now() }]);
  await send(document, () => server.dismissal.add.mutate(rejected));
}

/** Has proposals made again that were rejected. */
export async function proposeAgain(document: string, keys: readonly string[]): Promise<void> {
  await rewriteDismissals(document, (known) => keys.reduce(without, known));
  await send(document, () => Promise.all(keys.map((subject) => server.dismissal.remove.mutate({ document, subject }))));
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: what was decided last about a proposal reaches the server last. */
async function send(document: string, change: () => Promise<unknown>): Promise<void> {
  const sent = last.then(() => untilSent(change));
  last = sent.catch(() => undefined);
  try {
    await sent;
  } catch (error) {
    noticeTrouble(error);
  }
  await queryClient.invalidateQueries(queries.dismissal.list.queryFilter({ document }));
}
