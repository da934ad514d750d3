import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './wordmark.module.css';

/** «ردیف Radif», the way home. */
export function Wordmark() {
  const { t } = useTranslation();
  return (
    <Link to="/" className={styles.wordmark} aria-label={`${t('app.name')}, ${t('app.library')}`}>
      <span lang="fa" className={styles.persian}>
        ردیف
      </span>
      <span lang="en">Radif</span>
    </Link>
  );
}
