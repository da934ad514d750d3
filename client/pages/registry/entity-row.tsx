import { IconAlertTriangle } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { ListedEntity } from '../../panels/entities/query.ts';
import { Highlighted } from '../../ui/highlighted.tsx';
import { LabelTag } from '../../ui/label-tag.tsx';
import styles from './entity-list.module.css';
import type { Trouble } from './troubles.ts';

/** In pixels; all rows are as high. */
export const ROW_HEIGHT = 44;

interface EntityRowProps {
  readonly entity: ListedEntity;
  readonly labels: readonly Label[];
  readonly troubles: readonly Trouble[];
  readonly query: string;
  /** 0-based, among `count`. */
  readonly place: number;
  readonly count: number;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
}

/** An entity in the list: its two names on either side of the spine, its label, and how often it is mentioned. */
export const EntityRow = memo(function EntityRow(props: EntityRowProps) {
  const { entity, labels, troubles, query, place, count, isChosen, onChoose } = props;
  const { t } = useTranslation();
  const told = troubles
    .filter((trouble) => trouble !== 'unmentioned')
    .map((trouble) => t(`registry.trouble.${trouble}`));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and hears the keys for its rows
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active row
    <div
      id={optionId(entity.id)}
      className={styles.row}
      role="option"
      aria-selected={isChosen}
      aria-setsize={count}
      aria-posinset={place + 1}
      style={{ insetBlockStart: place * ROW_HEIGHT }}
      onClick={() => onChoose(entity.id)}
    >
      <span className={styles.start}>
        <LabelTag label={entity.label} labels={labels} />
        {told.length > 0 && (
          <span className={styles.trouble} role="img" aria-label={told.join(' ')} title={told.join('\n')}>
            <IconAlertTriangle size={15} stroke={1.75} aria-hidden="true" />
          </span>
        )}
      </span>
      <span lang="fa" dir="rtl" className={styles.persian}>
        <Highlighted text={entity.fa} query={query} />
      </span>
      <span className={styles.node} data-whole={entity.fa !== '' && entity.en !== ''} />
      <span lang="en" dir="ltr" className={styles.english}>
        <Highlighted text={entity.en} query={query} />
      </span>
      <span className={styles.mentions} title={t('registry.mentions', { count: entity.mentions })}>
        {t('registry.count', { count: entity.mentions })}
      </span>
    </div>
  );
});

/** The id of the row of an entity. */
export function optionId(entity: string): string {
  return `entity-${entity}`;
}
