import { useTranslation } from 'react-i18next';
import styles from './checks.module.css';

/** What this place is for, where there is nothing in it: nothing open, nothing ignored, nothing of a kind. */
export function NothingFound({ what }: { readonly what: 'open' | 'ignored' | 'kind' }) {
  const { t } = useTranslation();
  return (
    <div className={styles.empty}>
      {what === 'open' && <h2>{t('checks.project.emptyTitle')}</h2>}
      <p>{t(`checks.project.nothing.${what}`)}</p>
    </div>
  );
}
