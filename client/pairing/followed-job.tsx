import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../platform/server.ts';
import { notice, noticeTrouble, noticeUndo } from '../ui/notices.tsx';
import { ProblemList } from '../ui/problem-list.tsx';
import { doneText, isOpen, type Job, nameOf, OFTEN, takeEnglishBack } from './job.ts';
import { JobLine } from './job-line.tsx';

/** Shows how far a job is, on whatever page, and says how it ended. */
export function followJob(id: string): void {
  notifications.show({
    id: `job-${id}`,
    autoClose: false,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': i18next.t('app.close') },
    message: <FollowedJob id={id} />,
  });
}

function FollowedJob({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data: job } = useQuery(
    queries.job.open.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data && !isOpen(state.data) ? false : OFTEN) },
    ),
  );
  useEffect(() => {
    if (job?.state === 'done' || job?.state === 'cancelled') {
      notifications.hide(`job-${id}`);
      tellEnd(job);
    }
  }, [id, job]);
  if (!job) return null;
  if (job.state !== 'failed') return <JobLine job={job} />;
  return (
    <div role="alert">
      <p>{t('pairing.job.failed', { name: nameOf(job) })}</p>
      <ProblemList problems={job.problems} />
    </div>
  );
}

/** Says how a job ended; English that was brought to a document can be taken back. */
export function tellEnd(job: Job): void {
  const { t } = i18next;
  if (job.state === 'cancelled') notice(t('pairing.job.cancelled', { name: nameOf(job) }));
  if (job.state !== 'done') return;
  const said = doneText(t, job);
  if (!job.outcome?.change) notice(said);
  else noticeUndo(said, () => void takeEnglishBack(t, job).then((text) => text && notice(text), noticeTrouble));
}
