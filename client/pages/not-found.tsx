import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Frame } from '../frame/frame.tsx';
import styles from '../ui/trouble.module.css';

/** For an address that no page has. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Frame title={t('app.notFound.title')}>
      <div className={styles.trouble}>
        <h1 className={styles.what}>{t('app.notFound.text')}</h1>
        <p>
          <Link to="/">{t('app.notFound.remedy')}</Link>
        </p>
      </div>
    </Frame>
  );
}
