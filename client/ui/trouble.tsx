import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { causeOf } from '../platform/cause.ts';
import styles from './trouble.module.css';

interface TroubleProps {
  readonly error: unknown;
  /** Asks again; left out where asking again cannot help. */
  readonly retry?: () => void;
}

/** Says once, in words, what is wrong and what to do. */
export function Trouble({ error, retry }: TroubleProps) {
  const { t } = useTranslation();
  const cause = causeOf(error);
  return (
    <div role="alert" className={styles.trouble}>
      <p className={styles.what}>{t(`app.trouble.${cause}`)}</p>
      <p>{cause === 'other' ? <bdi>{String(error)}</bdi> : t(`app.trouble.${cause}Remedy`)}</p>
      {retry && (
        <Button variant="default" onClick={retry}>
          {t('app.retry')}
        </Button>
      )}
    </div>
  );
}
