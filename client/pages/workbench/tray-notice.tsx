import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './tray-notice.module.css';

interface TrayNoticeProps {
  readonly count: number;
  readonly onLook: () => void;
}

/** Says, over the text, that something waits in the recovery tray. */
export function TrayNotice({ count, onLook }: TrayNoticeProps) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles.notice}>
      <span>{t('workbench.tray.waiting', { count })}</span>
      <Button size="compact-sm" variant="subtle" onClick={onLook}>
        {t('workbench.tray.look')}
      </Button>
    </div>
  );
}
