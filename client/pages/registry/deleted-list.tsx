import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { registrySearch } from '../../../shared/names/registry/search.ts';
import { usePreferences } from '../../platform/preferences.ts';
import { type Answers, queries } from '../../platform/server.ts';
import { formatDay, formatMoment } from '../../ui/format.ts';
import { Highlighted } from '../../ui/highlighted.tsx';
import { LabelTag } from '../../ui/label-tag.tsx';
import list from '../../ui/record-list.module.css';
import { RecordList } from '../../ui/record-list.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import styles from './deleted-list.module.css';
import filters from './filters.module.css';
import open from './open-registry.module.css';
import { useDeletedBy } from './use-deleted-by.ts';

type Deletion = Answers['entity']['deleted'][number];

interface DeletedListProps {
  readonly id: string;
  readonly project: string;
  readonly labels: readonly Label[];
  readonly search: RefObject<HTMLInputElement | null>;
  /** Id of the entity that is chosen. */
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Goes on to what can be done with the chosen one. */
  readonly onOpen: () => void;
  /** Lists those that are there again. */
  readonly onLeave: () => void;
}

/** The deleted entities of a project, the last one first. */
export function DeletedList({ id, project, labels, search, chosen, onChoose, onOpen, onLeave }: DeletedListProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const found = useQuery(queries.entity.deleted.queryOptions({ project }, { refetchOnMount: 'always' }));
  const sought = useMemo(() => registrySearch(found.data ?? []), [found.data]);
  const find = (text: string) => sought.find(text) as readonly Deletion[];
  const shown = find(useDeferredValue(query));
  const total = found.data?.length ?? 0;
  return (
    <div className={open.listing}>
      <search className={filters.filters}>
        <SearchField
          ref={search}
          className={filters.search}
          label={t('registry.search')}
          query={query}
          onQuery={setQuery}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
            event.preventDefault();
            // What was typed before the key may not be shown yet.
            const now = find(query);
            const [top] = now;
            if (top && !now.some((one) => one.id === chosen)) onChoose(top.id);
            document.getElementById(id)?.focus();
          }}
        />
        <h2 className={styles.title}>{t('registry.deleted.title')}</h2>
        <Button variant="subtle" color="gray" size="compact-xs" onClick={onLeave}>
          {t('registry.deleted.leave')}
        </Button>
        <output className={filters.shown} aria-live="polite">
          {found.data &&
            (shown.length === total
              ? t('registry.total', { count: total })
              : t('registry.shown', { shown: shown.length, count: total }))}
        </output>
      </search>
      {found.error && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data && shown.length === 0 && (
        <p className={open.nothing}>{t(`registry.deleted.${total === 0 ? 'none' : 'noMatch'}`)}</p>
      )}
      {shown.length > 0 && (
        <RecordList
          {...{ id, chosen, onChoose, onOpen }}
          label={t('registry.deleted.title')}
          records={shown}
          row={(entity) => <DeletedRow entity={entity} labels={labels} query={query} />}
        />
      )}
    </div>
  );
}

interface DeletedRowProps {
  readonly entity: Deletion;
  readonly labels: readonly Label[];
  readonly query: string;
}

/** A deleted entity in the list: its names, who deleted it and when, and how many mentions meant it. */
function DeletedRow({ entity, labels, query }: DeletedRowProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const { by, name } = useDeletedBy();
  return (
    <>
      <span className={list.start}>
        <LabelTag label={entity.label} labels={labels} />
      </span>
      <span lang="fa" dir="rtl" className={list.persian}>
        <Highlighted text={entity.fa} query={query} />
      </span>
      <span className={list.node} />
      <span className={styles.named}>
        <span lang="en" dir="ltr" className={list.english}>
          <Highlighted text={entity.en} query={query} />
        </span>
        <small dir="auto" title={by(entity.person, formatMoment(entity.changedAt, language))}>
          {formatDay(entity.changedAt, language)} · {name(entity.person)}
        </small>
      </span>
      <span className={list.end} title={t('registry.mentions', { count: entity.mentions })}>
        {t('registry.count', { count: entity.mentions })}
      </span>
    </>
  );
}
