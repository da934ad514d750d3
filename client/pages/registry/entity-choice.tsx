import { TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { titleOf } from '../../../shared/names/entity/entity.ts';
import { registrySearch } from '../../../shared/names/registry/search.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';
import { LabelTag } from '../../ui/label-tag.tsx';
import styles from '../../ui/sheet.module.css';

interface EntityChoiceProps {
  readonly name: string;
  /** Those that can be chosen. */
  readonly entities: readonly ListedEntity[];
  readonly labels: readonly Label[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** How many entities are offered at once. */
const MOST = 50;

/** One entity of many, found by any of its names. */
export function EntityChoice({ name, entities, labels, chosen, onChoose }: EntityChoiceProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const search = useMemo(() => registrySearch(entities), [entities]);
  const found = (search.find(useDeferredValue(query)) as readonly ListedEntity[]).slice(0, MOST);
  return (
    <>
      <TextInput
        data-autofocus
        type="search"
        maxLength={300}
        dir={query === '' ? undefined : 'auto'}
        label={name}
        placeholder={t('registry.search')}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
      />
      <fieldset className={styles.choices} aria-label={name}>
        {found.map((one) => (
          <label key={one.id} className={styles.choice}>
            <input
              type="radio"
              name="entity"
              aria-label={titleOf(one)}
              checked={one.id === chosen}
              onChange={() => onChoose(one.id)}
            />
            <span lang="fa" dir="rtl">
              {one.fa}
            </span>
            <span lang="en" dir="ltr">
              {one.en} <small>{t('registry.count', { count: one.mentions })}</small>
            </span>
            <LabelTag label={one.label} labels={labels} />
          </label>
        ))}
      </fieldset>
    </>
  );
}
