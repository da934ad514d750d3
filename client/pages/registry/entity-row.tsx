import { IconAlertTriangle } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';
import { Highlighted } from '../../ui/highlighted.tsx';
import { LabelTag } from '../../ui/label-tag.tsx';
import list from '../../ui/record-list.module.css';
import styles from './entity-row.module.css';
import type { Trouble } from './troubles.ts';

interface EntityRowProps {
  readonly entity: ListedEntity;
  readonly labels: readonly Label[];
  readonly troubles: readonly Trouble[];
  readonly query: string;
}

/** An entity in the list: its two names on either side of the spine, its label, and how often it is mentioned. */
export const EntityRow = memo(function EntityRow({ entity, labels, troubles, query }: EntityRowProps) {
  const { t } = useTranslation();
  const told = troubles
    .filter((trouble) => trouble !== 'unmentioned')
    .map((trouble) => t(`registry.trouble.${trouble}`));
  return (
    <>
      <span className={list.start}>
        <LabelTag label={entity.label} labels={labels} />
        {told.length > 0 && (
          <span className={styles.trouble} role="img" aria-label={told.join(' ')} title={told.join('\n')}>
            <IconAlertTriangle size={15} stroke={1.75} aria-hidden="true" />
          </span>
        )}
      </span>
      <span lang="fa" dir="rtl" className={list.persian} title={entity.fa}>
        <Highlighted text={entity.fa} query={query} />
      </span>
      <span className={list.node} data-whole={entity.fa !== '' && entity.en !== ''} />
      <span lang="en" dir="ltr" className={list.english} title={entity.en}>
        <Highlighted text={entity.en} query={query} />
      </span>
      <span className={list.end} title={t('registry.mentions', { count: entity.mentions })}>
        {t('registry.count', { count: entity.mentions })}
      </span>
    </>
  );
});
