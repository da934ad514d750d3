import type { Label } from '../../../shared/core/label.ts';
import { registrySearch } from '../../../shared/names/registry/search.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';
import { type Trouble, troublesOf } from './troubles.ts';

/** The orders in which entities can be listed. */
export const sorts = ['en', 'fa', 'mentions', 'changed'] as const;
export type Sort = (typeof sorts)[number];

/** Which entities somebody wants to see, and in which order; `null` stands for all. */
export interface Wanted {
  readonly query: string;
  readonly label: string | null;
  readonly trouble: Trouble | null;
  readonly sort: Sort;
}

export const everything: Wanted = { query: '', label: null, trouble: null, sort: 'en' };

/** A registry made ready to be listed in one order. */
export interface Listing {
  readonly troubles: ReadonlyMap<string, readonly Trouble[]>;
  /** Those that fit, whole names that fit the query before beginnings and parts of names, each in the order of the listing. */
  find(wanted: Pick<Wanted, 'query' | 'label' | 'trouble'>): readonly ListedEntity[];
}

/** The listing of `entities`, sorted. What has no name to be sorted by comes last. */
export function listingOf(entities: readonly ListedEntity[], labels: readonly Label[], sort: Sort): Listing {
  const search = registrySearch(entities.toSorted(orders[sort]));
  const troubles = troublesOf(entities, labels);
  return {
    troubles,
    find: ({ query, label, trouble }) =>
      (search.find(query) as readonly ListedEntity[]).filter(
        (entity) =>
          (label === null || entity.label === label) &&
          (trouble === null || troubles.get(entity.id)?.includes(trouble) === true),
      ),
  };
}

const collators = { fa: new Intl.Collator('fa'), en: new Intl.Collator('en', { numeric: true }) };

const byName = (side: 'fa' | 'en') => (a: ListedEntity, b: ListedEntity) =>
  Number(a[side] === '') - Number(b[side] === '') || collators[side].compare(a[side], b[side]);

const orders: Record<Sort, (a: ListedEntity, b: ListedEntity) => number> = {
  en: byName('en'),
  fa: byName('fa'),
  mentions: (a, b) => b.mentions - a.mentions || byName('en')(a, b),
  changed: (a, b) => b.changedAt - a.changedAt,
};
