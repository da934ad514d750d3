import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { usePreferences } from '../../platform/preferences.ts';
import { queries } from '../../platform/server.ts';
import { SearchField } from '../../ui/search-field.tsx';
import styles from './filters.module.css';
import { sorts, type Wanted } from './listing.ts';
import { type Trouble, troubles } from './troubles.ts';

interface FiltersProps {
  readonly project: string;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly labels: readonly Label[];
  readonly wanted: Wanted;
  readonly onWanted: (wanted: Wanted) => void;
  /** How many entities have each trouble. */
  readonly counts: ReadonlyMap<Trouble, number>;
  readonly shown: number;
  readonly total: number;
  /** Lists the deleted ones instead. */
  readonly onDeleted: () => void;
  /** Leaves the search for the list. */
  readonly onDown: () => void;
}

/** Which entities are listed, in which order, and how many they are. */
export function Filters(props: FiltersProps) {
  const { project, search, labels, wanted, onWanted, counts, shown, total, onDeleted, onDown } = props;
  const { t } = useTranslation();
  const { language } = usePreferences();
  const deleted = useQuery(queries.entity.deleted.queryOptions({ project })).data?.length ?? 0;
  const some = troubles.filter((trouble) => counts.has(trouble) || trouble === wanted.trouble);
  return (
    <search className={styles.filters}>
      <SearchField
        ref={search}
        className={styles.search}
        label={t('registry.search')}
        query={wanted.query}
        onQuery={(query) => onWanted({ ...wanted, query })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          onDown();
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={t('registry.filter.label')}
        value={wanted.label ?? ''}
        onChange={({ target }) => onWanted({ ...wanted, label: target.value || null })}
        data={[
          { value: '', label: t('registry.filter.anyLabel') },
          ...labels.map((label) => ({ value: label.id, label: `${label.id} · ${label[language]}` })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t('registry.filter.trouble')}
        value={wanted.trouble ?? ''}
        onChange={({ target }) => onWanted({ ...wanted, trouble: some.find((one) => one === target.value) ?? null })}
        data={[
          { value: '', label: t('registry.filter.any') },
          ...some.map((one) => ({
            value: one,
            label: t('registry.filter.counted', { what: t(`registry.filter.${one}`), count: counts.get(one) ?? 0 }),
          })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={t('registry.sort.by')}
        value={wanted.sort}
        onChange={({ target }) =>
          onWanted({ ...wanted, sort: sorts.find((sort) => sort === target.value) ?? wanted.sort })
        }
        data={sorts.map((sort) => ({ value: sort, label: t(`registry.sort.${sort}`) }))}
      />
      {deleted > 0 && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={onDeleted}>
          {t('registry.filter.counted', { what: t('registry.deleted.title'), count: deleted })}
        </Button>
      )}
      <output className={styles.shown} aria-live="polite">
        {shown === total ? t('registry.total', { count: total }) : t('registry.shown', { shown, count: total })}
      </output>
    </search>
  );
}
