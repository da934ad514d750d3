import { ActionIcon, Loader, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../platform/server.ts';
import { useJobName } from './job-name.ts';
import styles from './jobs-line.module.css';
import { useFreshOnceDone, useOpenJobs } from './query.ts';

/** What is under way over many documents, with how far it is, and the way to stop it; of several jobs the one changed last, and how
 *  many more there are. Nothing where nothing runs. */
export function JobsLine() {
  const { t } = useTranslation();
  const nameOf = useJobName();
  const jobs = useOpenJobs();
  useFreshOnceDone(jobs);
  const cancel = useMutation(queries.job.cancel.mutationOptions());
  const [job] = jobs;
  if (!job) return null;
  const name = nameOf(job);
  const isCounted = job.parts > 1;
  const far = isCounted ? t('jobs.parts', { done: job.done, count: job.parts }) : t('jobs.share', { share: job.share });
  return (
    <div className={styles.line}>
      <Loader size={12} aria-hidden="true" />
      <span className={styles.name} title={name}>
        {name}
      </span>
      <progress className={styles.bar} max={1} value={job.share} aria-label={name} aria-valuetext={far} />
      <span className={styles.far}>{far}</span>
      {jobs.length > 1 && <span className={styles.far}>{t('jobs.more', { count: jobs.length - 1 })}</span>}
      {(job.state === 'running' || job.state === 'waiting') && (
        <Tooltip label={t('jobs.stop')}>
          <ActionIcon
            size="sm"
            aria-label={t('jobs.stopThis', { what: name })}
            disabled={cancel.isPending}
            onClick={() => cancel.mutate({ id: job.id })}
          >
            <IconX size={14} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
