import { useTranslation } from 'react-i18next';
import styles from './text-sample.module.css';

/** A line of either text at the chosen size, on the chosen side of the spine. */
export function TextSample() {
  const { t } = useTranslation();
  return (
    <div className={styles.sample} dir="ltr">
      <p lang="fa" dir="rtl" className={styles.persian}>
        {t('settings.sample.persian')}
      </p>
      <span className={styles.spine} />
      <p lang="en" dir="ltr" className={styles.english}>
        {t('settings.sample.english')}
      </p>
    </div>
  );
}
