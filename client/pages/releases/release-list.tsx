import { useTranslation } from 'react-i18next';
import { When } from '../../ui/when.tsx';
import type { Release } from './query.ts';
import styles from './releases.module.css';

interface ReleaseListProps {
  readonly releases: readonly Release[];
  /** Id of the one that is shown. */
  readonly shown: string | null;
  readonly onChoose: (id: string) => void;
}

/** Releases by name, with how large they are and when they were made. */
export function ReleaseList({ releases, shown, onChoose }: ReleaseListProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list} aria-label={t('releases.list')}>
      {releases.map(({ id, name, at, statistics }) => (
        <li key={id}>
          <button type="button" aria-current={id === shown} onClick={() => onChoose(id)} className={styles.entry}>
            <span className={styles.name}>
              <bdi>{name}</bdi>
            </span>
            <span>{t('releases.segments', { count: statistics.segments })}</span>
            <When at={at} />
          </button>
        </li>
      ))}
    </ul>
  );
}
