import { Notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import styles from './layer.module.css';
import { LAYER } from './theme.ts';

/** Everything that lies over the page is drawn in here, so that assistive technology finds it in a named place. */
export function Layer() {
  const { t } = useTranslation();
  return (
    <section id={LAYER} aria-label={t('app.layer')}>
      <Notifications
        className={styles.notices}
        position="bottom-center"
        autoClose={8000}
        limit={4}
        withinPortal={false}
      />
    </section>
  );
}
