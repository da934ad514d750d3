import { foldKey } from '../../../shared/language/characters/fold.ts';
import { wantedEnglish } from '../../../shared/terms/term.ts';
import type { ListedTerm } from '../../panels/terms/glossary.ts';

/** The orders in which terms can be listed. */
export const sorts = ['fa', 'en', 'changed'] as const;
export type Sort = (typeof sorts)[number];

/** Which terms somebody wants to see, and in which order; `null` stands for all domains. */
export interface Wanted {
  readonly query: string;
  readonly domain: string | null;
  readonly sort: Sort;
}

export const everything: Wanted = { query: '', domain: null, sort: 'fa' };

/** A glossary made ready to be listed in one order. */
export interface Listing {
  readonly domains: readonly string[];
  /** The terms that have `query` anywhere, in any spelling. */
  find(wanted: Pick<Wanted, 'query' | 'domain'>): readonly ListedTerm[];
}

/** The listing of `terms`, sorted. */
export function listingOf(terms: readonly ListedTerm[], sort: Sort): Listing {
  const sorted = terms.toSorted(orders[sort]);
  let keys: readonly string[] | null = null;
  return {
    domains: [...new Set(terms.map(({ domain }) => domain))]
      .filter((domain) => domain !== '')
      .sort(collators.en.compare),
    find({ query, domain }) {
      const sought = foldKey(query, 'search');
      keys ??= sorted.map(({ fa, en, note, domain: own }) =>
        foldKey([fa, ...en.map(({ text }) => text), note, own].join('\n'), 'search'),
      );
      const all = keys;
      return sorted.filter(
        (term, at) => (domain === null || term.domain === domain) && (sought === '' || all[at]?.includes(sought)),
      );
    },
  };
}

const collators = { fa: new Intl.Collator('fa'), en: new Intl.Collator('en', { numeric: true }) };
const english = (term: ListedTerm) => wantedEnglish(term) ?? '';

const orders: Record<Sort, (a: ListedTerm, b: ListedTerm) => number> = {
  fa: (a, b) => collators.fa.compare(a.fa, b.fa),
  en: (a, b) => collators.en.compare(english(a), english(b)),
  changed: (a, b) => b.changedAt - a.changedAt,
};
