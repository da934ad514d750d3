import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, it } from 'vitest';
import { useListing } from '../../../../client/pages/registry/use-listing.ts';
import type { ListedEntity } from '../../../../client/panels/entities/query.ts';

const entity = (id: string, en: string): ListedEntity => ({
  ...{ id, label: 'PER', fa: '', en, faOther: [], enOther: [], wikidata: null, note: '' },
  ...{ revision: 1, changedAt: 0, mentions: 0 },
});

it('knows what a key behind the typing means before that is shown', () => {
  const entities = [entity('e1', 'American'), entity('e2', 'Foreign minister')];
  let listing: ReturnType<typeof useListing> | undefined;
  const List = () => {
    listing = useListing(entities, []);
    return null;
  };
  const root = createRoot(document.createElement('div'));
  flushSync(() => root.render(createElement(List)));
  const ids = (listed: readonly ListedEntity[] = []) => listed.map(({ id }) => id);
  expect(ids(listing?.shown)).toEqual(['e1', 'e2']);
  const { wanted, setWanted } = listing ?? {};
  flushSync(() => wanted && setWanted?.({ ...wanted, query: 'foreign' }));
  expect(ids(listing?.shown)).toEqual(['e1', 'e2']);
  expect(ids(listing?.now())).toEqual(['e2']);
  flushSync(() => wanted && setWanted?.({ ...wanted, sort: 'changed', query: 'american' }));
  expect(ids(listing?.now())).toEqual(['e1']);
  root.unmount();
});
