import type { TFunction } from 'i18next';
import { type Answers, queries, queryClient, server } from '../platform/server.ts';

export type Job = Answers['job']['list'][number];

/** Milliseconds between two looks at a job that is under way, and at what others may have begun. */
export const OFTEN = 500;
export const SELDOM = 8_000;

/** True for a job that brings texts in. */
export function bringsTexts({ kind }: Job): boolean {
  return kind === 'pair' || kind === 'english';
}

/** True until nothing more becomes of it. */
export function isOpen({ state }: Job): boolean {
  return state === 'waiting' || state === 'running' || state === 'cancelling' || state === 'failing';
}

/** What a job is called: the title or the files, as it came out once it is done. */
export function nameOf({ outcome, about }: Job): string {
  return outcome?.title ?? about;
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

/** Asks for a job to be taken back, and looks what has become of it. */
export async function cancelJob(id: string): Promise<void> {
  await server.job.cancel.mutate({ id });
  await queryClient.invalidateQueries(queries.job.pathFilter());
}

/** Takes the English back that a job brought to a document; gives what to say of it. `null` where it made the document. */
export async function takeEnglishBack(t: TFunction, job: Job): Promise<string | null> {
  const change = job.outcome?.change;
  if (!change) return null;
  const { outcome } = await server.timeline.revert.mutate(change);
  return t(outcome === 'whole' ? 'pairing.job.undone' : 'pairing.job.partUndone', { name: nameOf(job) });
}
