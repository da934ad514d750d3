import { queryOptions } from '@tanstack/react-query';
import { authority } from './authority.ts';
import { queries } from './server.ts';

/** A document at its head, or at version `at`, as a question that is asked once and shared. An old version never changes;
 *  the head may have with every visit. */
export function openedDocument(id: string, at?: number) {
  return queryOptions({
    queryKey: queries.document.open.queryKey(at === undefined ? { id } : { id, at }) as readonly unknown[],
    queryFn: () => authority.open(id, at),
    staleTime: at === undefined ? 0 : Number.POSITIVE_INFINITY,
  });
}
