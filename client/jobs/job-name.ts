import { useTranslation } from 'react-i18next';
import type { Job } from './query.ts';

/** Gives what a job does, as a line. */
export function useJobName(): (job: Pick<Job, 'kind' | 'names' | 'about' | 'state'>) => string {
  const { t } = useTranslation();
  return ({ kind, names, about, state }) => {
    const [name = about || t('jobs.unnamed'), other = ''] = names;
    const doing = doingOf(kind);
    const text = t(`jobs.doing.${doing}`, { name, other });
    return state === 'cancelling' || state === 'failing' ? t('jobs.back', { what: text }) : text;
  };
}

const kinds = [
  'pair',
  'english',
  'corpus',
  'merge',
  'remove',
  'split',
  'rename',
  'mark',
  'link',
  'memory',
  'analysis',
  'propagate',
  'pretranslate',
  'replace',
  'release',
] as const;

/** A job of a kind that this page does not know is some work. */
function doingOf(kind: string): (typeof kinds)[number] | 'other' {
  return kinds.find((known) => known === kind) ?? 'other';
}
