import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type CheckPolicy, usualPolicy, weightOf } from '../../../shared/doc/checks/policy.ts';
import type { SaidElsewhere } from '../../../shared/doc/checks/said-elsewhere.ts';
import { type Answers, queries, queryClient } from '../../platform/server.ts';

type Dismissals = Answers['dismissal']['list'];

/** What people do not want to be told again in a document: the reason by the id of the finding. */
export type Reasons = ReadonlyMap<string, string>;

/** The reasons for which findings of a document are ignored; `null` until they are known. While the server is away, and
 *  nothing is known, nothing counts as ignored. */
export function useReasons(document: string): Reasons | null {
  const { data, isError } = useQuery(queries.dismissal.list.queryOptions({ document }));
  return useMemo(
    () => (data || isError ? new Map(data?.map(({ subject, reason }) => [subject, reason])) : null),
    [data, isError],
  );
}

/** What the project wants of the checks; `undefined` until it is known. While the server is away, and nothing is known, it is what is
 *  usual. */
export function usePolicy(project: string): CheckPolicy | undefined {
  const { data, isError } = useQuery(queries.finding.policy.queryOptions({ project }));
  return data ?? (isError ? usualPolicy : undefined);
}

/** How often it is asked what is said elsewhere, in milliseconds. */
const AGAIN = 60_000;
const nothing: readonly SaidElsewhere[] = [];

/** How other documents of the project say what this one has too; nothing while that is not known, or nobody wants to be told. The same
 *  list until it is another. */
export function useElsewhere(document: string, policy: CheckPolicy | undefined): readonly SaidElsewhere[] {
  const options = queries.finding.elsewhere.queryOptions({ document });
  const enabled = policy !== undefined && weightOf('text.inconsistent', policy) !== 'off';
  const { data = nothing } = useQuery({ ...options, enabled, refetchInterval: AGAIN });
  return data.length === 0 ? nothing : data;
}

/** Ignores findings, and wants to be told of them again. What is shown follows at once, and comes back where that failed. */
export function useIgnoring() {
  const add = useMutation(
    queries.dismissal.add.mutationOptions({
      onMutate: ({ document, subject, reason }) =>
        rewriteDismissals(document, (known) => [...without(known, subject), { subject, reason, person: '', at: 0 }]),
      onError: (_error, { document }, before) => putBack(document, before),
      onSettled: (_data, _error, { document }) => refreshIgnored(document),
    }),
  );
  const remove = useMutation(
    queries.dismissal.remove.mutationOptions({
      onMutate: ({ document, subject }) => rewriteDismissals(document, (known) => without(known, subject)),
      onError: (_error, { document }, before) => putBack(document, before),
      onSettled: (_data, _error, { document }) => refreshIgnored(document),
    }),
  );
  return {
    ignore: (document: string, subject: string, reason: string) => add.mutate({ document, subject, reason }),
    tellAgain: (document: string, subject: string) => remove.mutate({ document, subject }),
  };
}

/** Shows what a change makes of what is known of a document; gives what was known before. */
export async function rewriteDismissals(
  document: string,
  change: (known: Dismissals) => Dismissals,
): Promise<Dismissals | undefined> {
  const queryKey = queries.dismissal.list.queryKey({ document });
  await queryClient.cancelQueries({ queryKey });
  const before = queryClient.getQueryData(queryKey);
  putBack(document, before && change(before));
  return before;
}

function putBack(document: string, known: Dismissals | undefined): void {
  if (known) queryClient.setQueryData(queries.dismissal.list.queryKey({ document }), known);
}

/** Dismissals but for one subject. */
export function without(known: Dismissals, subject: string): Dismissals {
  return known.filter((one) => one.subject !== subject);
}

async function refreshIgnored(document: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(queries.dismissal.list.queryFilter({ document })),
    refreshFindings(),
  ]);
}

/** Asks again for the findings of whole projects. */
export function refreshFindings(): Promise<void> {
  return queryClient.invalidateQueries(queries.finding.pathFilter());
}
