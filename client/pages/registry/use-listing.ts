import { useDeferredValue, useMemo, useState } from 'react';
import type { Label } from '../../../shared/core/label.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';
import { everything, listingOf, type Wanted } from './listing.ts';

/** What is listed of a registry, and what somebody wants to be listed. Typing does not wait for the list. */
export function useListing(entities: readonly ListedEntity[], labels: readonly Label[]) {
  const [wanted, setWanted] = useState<Wanted>(everything);
  const { sort, ...rest } = useDeferredValue(wanted);
  const listing = useMemo(() => listingOf(entities, labels, sort), [entities, labels, sort]);
  const { query, label, trouble } = rest;
  const shown = useMemo(() => listing.find({ query, label, trouble }), [listing, query, label, trouble]);
  return { wanted, setWanted, shown, troubles: listing.troubles };
}
