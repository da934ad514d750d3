import { useTranslation } from 'react-i18next';
import { noticeTrouble } from '../ui/notices.tsx';
import { WorkLine } from '../ui/work-line.tsx';
import { cancelJob, type Job, nameOf } from './job.ts';

/** A job under way. */
export function JobLine({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const { id, state, share } = job;
  const name = nameOf(job);
  const isForward = state === 'waiting' || state === 'running';
  const words = state === 'running' ? 'running' : state === 'waiting' ? 'waiting' : 'back';
  return (
    <WorkLine
      label={t('pairing.job.progress', { name })}
      share={share}
      onCancel={isForward ? () => void cancelJob(id).catch(noticeTrouble) : undefined}
    >
      {t(`pairing.job.${words}`, { name, share: Math.round(share * 100) })}
    </WorkLine>
  );
}
