import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Answers, queries, server } from '../../../platform/server.ts';
import { LitSpans } from './lit-spans.tsx';
import styles from './search.module.css';

type Asked = Parameters<typeof server.search.units.query>[0];
type Next = Extract<Answers['search']['units'], { ok: true }>['value']['next'];

interface FoundUnitsProps {
  readonly search: Asked['search'];
  readonly onInsert: (english: string) => void;
}

/** What the imported memories have of a search. */
export function FoundUnits({ search, onInsert }: FoundUnitsProps) {
  const { t } = useTranslation();
  const { data, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: [...queries.search.units.queryKey(), search],
    queryFn: ({ pageParam, signal }) => server.search.units.query({ search, after: pageParam }, { signal }),
    initialPageParam: null as Next,
    getNextPageParam: (page) => (page.ok ? page.value.next : null),
  });
  const units = data?.pages.flatMap((page) => (page.ok ? page.value.units : [])) ?? [];
  return (
    <section aria-label={t('search.concordance.memories')}>
      <h3>{t('search.concordance.memories')}</h3>
      {data && units.length === 0 && !isFetching && <p className={styles.none}>{t('search.concordance.noUnits')}</p>}
      {units.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard
        <ul className={styles.results} aria-label={t('search.concordance.memories')} tabIndex={0}>
          {units.map(({ memory, number, name, source, rendering, fa, en }) => (
            <li key={`${memory} ${number}`} className={styles.result}>
              <div className={styles.head}>
                <bdi>{name || t('search.concordance.unnamed')}</bdi>
                <Button variant="default" size="compact-xs" onClick={() => onInsert(rendering)}>
                  {t('search.concordance.insert')}
                </Button>
              </div>
              <div className={styles.wings}>
                <p lang="fa" dir="rtl">
                  <LitSpans text={source} hits={fa} partners={[]} />
                </p>
                <p lang="en" dir="ltr">
                  <LitSpans text={rendering} hits={en} partners={[]} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button variant="subtle" size="compact-sm" loading={isFetching} onClick={() => void fetchNextPage()}>
          {t('search.concordance.further')}
        </Button>
      )}
    </section>
  );
}
