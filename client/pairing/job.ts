import i18next, { type TFunction } from 'i18next';
import { isOpen, type Job } from '../jobs/query.ts';
import { queries, queryClient, server } from '../platform/server.ts';
import { notice, noticeTrouble, noticeUndo } from '../ui/notices.tsx';
import { problemText } from '../ui/problem-text.ts';

/** Milliseconds between two looks at a job whose end somebody waits for. */
const OFTEN = 700;

/** True for a job that brings texts in. */
export function bringsTexts({ kind }: Job): boolean {
  return kind === 'pair' || kind === 'english' || kind === 'corpus';
}

/** What a job is called: the title or the files, as it came out once it is done. */
export function nameOf({ outcome, about }: Job): string {
  if (documentsOf(outcome).length > 1) return about;
  return outcome?.title ?? (about || i18next.t('jobs.unnamed'));
}

/** The documents that a job has made. */
export function documentsOf(
  outcome: Job['outcome'],
): readonly { readonly document: string; readonly title: string; readonly segments: number }[] {
  if (outcome === null) return [];
  return 'documents' in outcome ? outcome.documents : [outcome];
}

/** What has become of a job that is done. */
export function doneText(t: TFunction, job: Job): string {
  const { segments = 0, counts = { both: 0, sourceOnly: 0, targetOnly: 0 } } = job.outcome ?? {};
  const documents = documentsOf(job.outcome).length;
  const key = documents > 1 ? 'importing.doneAll' : 'pairing.job.done';
  return t(key, {
    name: nameOf(job),
    documents: t('importing.documents', { count: documents }),
    count: segments,
    both: t('pairing.job.both', { count: counts.both }),
    source: t('pairing.job.source', { count: counts.sourceOnly }),
    target: t('pairing.job.target', { count: counts.targetOnly }),
  });
}

/** Jobs that were begun on this page or seen on their way, whose end is still to be told. */
export const awaited: Set<string> = new Set();

/** Looks for jobs, now that this one has begun; it may have ended before anybody looks. */
export function lookForJobs(begun: string): Promise<void> {
  awaited.add(begun);
  return queryClient.invalidateQueries(queries.job.pathFilter());
}

/** Waits for the end of a job, on whatever page, and tells it. */
export function followJob(id: string): void {
  void queryClient.invalidateQueries(queries.job.pathFilter());
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
