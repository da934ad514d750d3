import i18next, { type TFunction } from 'i18next';
import { isOpen, type Job } from '../jobs/query.ts';
import { queries, queryClient, server } from '../platform/server.ts';
import { notice, noticeTrouble, noticeUndo } from '../ui/notices.tsx';
import { problemText } from '../ui/problem-text.ts';

/** Milliseconds between two looks at a job whose end somebody waits for. */
const OFTEN = 700;

/** True for a job that brings texts in. */
export function bringsTexts({ kind }: Job): boolean {
  return kind === 'pair' || kind === 'english';
}

/** What a job is called: the title or the files, as it came out once it is done. */
export function nameOf({ outcome, about }: Job): string {
  return outcome?.title ?? (about || i18next.t('jobs.unnamed'));
}

/** What has become of a job that is done. */
export function doneText(t: TFunction, job: Job): string {
  const { segments = 0, counts = { both: 0, sourceOnly: 0, targetOnly: 0 } } = job.outcome ?? {};
  return t('pairing.job.done', {
    name: nameOf(job),
    count: segments,
    both: t('pairing.job.both', { count: counts.both }),
    source: t('pairing.job.source', { count: counts.sourceOnly }),
    target: t('pairing.job.target', { count: counts.targetOnly }),
  });
}

/** Looks for jobs, now that one has begun. */
export function lookForJobs(): Promise<void> {
  return queryClient.invalidateQueries(queries.job.pathFilter());
}

/** Waits for the end of a job, on whatever page, and tells it. */
export function followJob(id: string): void {
  void lookForJobs();
  const look = async () => {
    const job = await server.job.open.query({ id });
    if (isOpen(job)) setTimeout(() => void look().catch(noticeTrouble), OFTEN);
    else tellEnd(job);
  };
  void look().catch(noticeTrouble);
}

/** Jobs whose end was told. */
const told = new Set<string>();

/** Says how a job ended, once; English that was brought to a document can be taken back. */
export function tellEnd(job: Job): void {
  const { t } = i18next;
  if (told.has(job.id)) return;
  told.add(job.id);
  const name = nameOf(job);
  if (job.state === 'cancelled') notice(t('pairing.job.cancelled', { name }));
  else if (job.state === 'failed') {
    notice([t('pairing.job.failed', { name }), ...job.problems.map((problem) => problemText(t, problem))].join(' '));
  } else if (job.outcome?.change) {
    noticeUndo(doneText(t, job), () => void takeEnglishBack(t, job).catch(noticeTrouble));
  } else notice(doneText(t, job));
}

async function takeEnglishBack(t: TFunction, job: Job): Promise<void> {
  const change = job.outcome?.change;
  if (!change) return;
  const { outcome } = await server.timeline.revert.mutate(change);
  notice(t(outcome === 'whole' ? 'pairing.job.undone' : 'pairing.job.partUndone', { name: nameOf(job) }));
}
