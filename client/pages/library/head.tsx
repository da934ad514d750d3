import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../ui/search-field.tsx';
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
      <SearchField className={styles.search} label={t('library.search')} query={query} onQuery={onQuery} />
      {children}
    </div>
  );
}
