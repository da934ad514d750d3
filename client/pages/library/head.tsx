import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './head.module.css';

interface HeadProps {
  readonly title: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** What can be done here besides searching. */
  readonly children: ReactNode;
}

/** The heading of the library, with the search by title. */
export function Head({ title, query, onQuery, children }: HeadProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      <label className={styles.search}>
        <IconSearch size={16} stroke={1.75} aria-hidden="true" />
        <input
          type="search"
          dir={query === '' ? undefined : 'auto'}
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          value={query}
          onChange={({ target }) => onQuery(target.value)}
        />
      </label>
      {children}
    </div>
  );
}
