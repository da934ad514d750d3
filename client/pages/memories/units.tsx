import { Button, Textarea } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries, server } from '../../platform/server.ts';
import { Highlighted } from '../../ui/highlighted.tsx';
import { notice } from '../../ui/notices.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import styles from './memories.module.css';
import { type Memory, refreshMemories, type Unit } from './query.ts';

/** The units of a memory: searched, mended, removed. */
export function Units({ memory }: { readonly memory: Memory }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const sought = useDeferredValue(text);
  const { data, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: [...queries.memory.units.queryKey(), memory.id, sought],
    queryFn: ({ pageParam, signal }) =>
      server.memory.units.query({ memory: memory.id, text: sought, after: pageParam }, { signal }),
    initialPageParam: -1,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const units = data?.pages.flatMap((page) => page.units) ?? [];
  const name = memory.name || t('matches.page.own');
  return (
    <section>
      <h2 className={styles.heading}>
        <bdi>{name}</bdi>
      </h2>
      <SearchField label={t('matches.page.search')} query={text} onQuery={setText} className={styles.search} />
      {units.length === 0 && !isFetching && <p className={styles.intro}>{t('matches.page.nothing')}</p>}
      <ul className={styles.units}>
        {units.map((unit) => (
          <ShownUnit key={unit.number} memory={memory} unit={unit} query={sought} />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" loading={isFetching} onClick={() => void fetchNextPage()}>
          {t('matches.page.more')}
        </Button>
      )}
    </section>
  );
}

interface ShownUnitProps {
  readonly memory: Memory;
  readonly unit: Unit;
  readonly query: string;
}

function ShownUnit({ memory, unit, query }: ShownUnitProps) {
  const { t } = useTranslation();
  const [mending, setMending] = useState<{ source: string; target: string } | null>(null);
  const change = useMutation(
    queries.memory.changeUnit.mutationOptions({
      async onSuccess(done) {
        if (!done.ok) notice(t(`matches.page.${done.reason === 'gone' ? 'refusedGone' : 'refusedReadOnly'}`));
        setMending(null);
        await refreshMemories();
      },
    }),
  );
  const { number, source, target } = unit;
  const canChange = !memory.isOwn && !memory.isReadOnly;
  const asked = { memory: memory.id, number };
  if (mending !== null) {
    return (
      <li className={styles.unit}>
        <Textarea
          label={t('matches.page.persian')}
          maxLength={1000000}
          lang="fa"
          dir="rtl"
          autosize
          data-autofocus
          value={mending.source}
          onChange={({ target: field }) => setMending({ ...mending, source: field.value })}
        />
        <Textarea
          label={t('matches.page.english')}
          maxLength={1000000}
          lang="en"
          dir="ltr"
          autosize
          value={mending.target}
          onChange={({ target: field }) => setMending({ ...mending, target: field.value })}
        />
        <div className={styles.answers}>
          <Button variant="default" size="compact-sm" onClick={() => setMending(null)}>
            {t('matches.page.cancel')}
          </Button>
          <Button
            size="compact-sm"
            loading={change.isPending}
            disabled={mending.source.trim() === '' || mending.target.trim() === ''}
            onClick={() => change.mutate({ ...asked, mended: mending })}
          >
            {t('matches.page.save')}
          </Button>
        </div>
      </li>
    );
  }
  return (
    <li className={styles.unit}>
      <p lang="fa" dir="rtl">
        <Highlighted text={source} query={query} />
      </p>
      <p lang="en" dir="ltr">
        <Highlighted text={target} query={query} />
      </p>
      {canChange && (
        <div className={styles.answers}>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={t('matches.page.mendOf', { number: number + 1 })}
            onClick={() => setMending({ source, target })}
          >
            {t('matches.page.mend')}
          </Button>
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            aria-label={t('matches.page.removeUnit', { number: number + 1 })}
            loading={change.isPending}
            onClick={() => change.mutate({ ...asked, mended: null })}
          >
            {t('matches.page.remove')}
          </Button>
        </div>
      )}
    </li>
  );
}
