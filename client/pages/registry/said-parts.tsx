import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntityRecord } from '../../../shared/names/entity/entity.ts';
import styles from './said-parts.module.css';
import { useSaying } from './use-saying.ts';

interface SaidPartsProps {
  readonly record: EntityRecord;
  readonly parts: readonly (keyof EntityRecord)[];
}

/** What a record says in some of its parts. */
export function SaidParts({ record, parts }: SaidPartsProps) {
  const { t } = useTranslation();
  const say = useSaying();
  return (
    <dl className={styles.said}>
      {parts.map((part) => (
        <Fragment key={part}>
          <dt>{t(`registry.part.${part}`)}</dt>
          <dd>
            <bdi>{say(record, part)}</bdi>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
