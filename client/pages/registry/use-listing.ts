import { useDeferredValue, useMemo, useState } from 'react';
import type { Label } from '../../../shared/core/label.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';
import { everything, listingOf, type Wanted } from './listing.ts';

/** What is listed of a registry, and what somebody wants to be listed. Typing does not wait for the list: a key that is pressed behind
 *  it means what `now` gives, which may not be shown yet. */
export function useListing(entities: readonly ListedEntity[], labels: readonly Label[]) {
  const [wanted, setWanted] = useState<Wanted>(everything);
  const { sort, ...rest } = useDeferredValue(wanted);
  const listing = useMemo(() => listingOf(entities, labels, sort), [entities, labels, sort]);
  const { query, label, trouble } = rest;
  const shown = useMemo(() => listing.find({ query, label, trouble }), [listing, query, label, trouble]);
  const now = () => (wanted.sort === sort ? listing : listingOf(entities, labels, wanted.sort)).find(wanted);
  return { wanted, setWanted, shown, now, troubles: listing.troubles };
}
