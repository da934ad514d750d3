import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PlacedProblems } from '../../importing/placed-problems.tsx';
import type { Job } from '../../jobs/query.ts';
import { doneText, nameOf } from '../../pairing/job.ts';
import styles from './upload-row.module.css';

interface JobRowProps {
  readonly job: Job;
  readonly onDismiss: () => void;
}

/** Problems and remarks that are shown: of a thousand files there may be as many. */
const SHOWN = 20;

/** How it ended that texts were brought in, where there is something to be read. */
export function JobRow({ job, onDismiss }: JobRowProps) {
  const { t } = useTranslation();
  const isFailed = job.state === 'failed';
  const told = isFailed ? job.problems : (job.outcome?.remarks ?? []);
  return (
    <div className={styles.row} role={isFailed ? 'alert' : 'status'}>
      <div className={styles.text}>
        <p className={styles.refused}>{isFailed ? t('pairing.job.failed', { name: nameOf(job) }) : doneText(t, job)}</p>
        <PlacedProblems problems={told.slice(0, SHOWN)} areNotes={!isFailed} />
        {told.length > SHOWN && <p>{t('importing.more', { count: told.length - SHOWN })}</p>}
      </div>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onDismiss}>
        {t('library.import.dismiss')}
      </Button>
    </div>
  );
}
