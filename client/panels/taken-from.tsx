import { useTranslation } from 'react-i18next';
import { isAsTaken } from '../../shared/core/taken.ts';
import type { Segment } from '../../shared/doc/model/read.ts';
import { usePreferences } from '../platform/preferences.ts';
import { formatDay } from '../ui/format.ts';

/** What the rendering of a segment was taken from, and whether it was edited since; nothing for one that was written here. */
export function TakenFrom({ segment: { text, taken } }: { readonly segment: Pick<Segment, 'text' | 'taken'> }) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  if (taken === null || text === '') return null;
  const { score, from, at } = taken;
  const values = { from: from || t('matches.own'), day: formatDay(at, language) };
  return (
    <small data-taken>
      {score === null ? t('matches.taken.machine', values) : t('matches.taken.match', { ...values, score })}
      {!isAsTaken(text, taken) && t('matches.taken.edited')}
    </small>
  );
}
