import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './work-line.module.css';

interface WorkLineProps {
  /** What is done, in words. */
  readonly children: ReactNode;
  /** What the progress is of, for those who hear it. */
  readonly label: string;
  /** 0…1. */
  readonly share: number;
  /** Stops it; left out where it can no longer be stopped. */
  readonly onCancel?: (() => void) | undefined;
}

/** Long work under way: what it is, how far, and the way to stop it. */
export function WorkLine({ children, label, share, onCancel }: WorkLineProps) {
  const { t } = useTranslation();
  const percent = Math.round(share * 100);
  return (
    <div className={styles.line}>
      <div className={styles.text}>
        <p>{children}</p>
        <div
          className={styles.bar}
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
        >
          <div className={styles.done} style={{ inlineSize: `${percent}%` }} />
        </div>
      </div>
      <Button variant="subtle" color="gray" size="compact-sm" disabled={!onCancel} onClick={onCancel}>
        {t('app.cancel')}
      </Button>
    </div>
  );
}
