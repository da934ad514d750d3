import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './wordmark.module.css';

/** «ردیف Radif», the way home. */
export function Wordmark() {
  const { t } = useTranslation();
  return (
    <Link to="/" className={styles.wordmark}>
      <span lang="fa" className={styles.persian}>
        ردیف
      </span>
      <span lang="en" className={styles.latin}>
        Radif
      </span>
      <VisuallyHidden>{t('app.library')}</VisuallyHidden>
    </Link>
  );
}
