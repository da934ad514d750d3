import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { doneText, isOpen, type Job, nameOf } from '../../pairing/job.ts';
import { JobLine } from '../../pairing/job-line.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import styles from './upload-row.module.css';

interface JobRowProps {
  readonly job: Job;
  readonly onDismiss: () => void;
}

/** Texts that are being brought in; or how that ended, where there is something to be read. */
export function JobRow({ job, onDismiss }: JobRowProps) {
  const { t } = useTranslation();
  if (isOpen(job)) {
    return (
      <div className={styles.row}>
        <div className={styles.text}>
          <JobLine job={job} />
        </div>
      </div>
    );
  }
  const isFailed = job.state === 'failed';
  return (
    <div className={styles.row} role={isFailed ? 'alert' : 'status'}>
      <div className={styles.text}>
        <p className={styles.refused}>{isFailed ? t('pairing.job.failed', { name: nameOf(job) }) : doneText(t, job)}</p>
        <ProblemList problems={isFailed ? job.problems : (job.outcome?.remarks ?? [])} />
      </div>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onDismiss}>
        {t('library.import.dismiss')}
      </Button>
    </div>
  );
}
