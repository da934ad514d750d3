import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { slice } from '../../../shared/core/span.ts';
import { type EntityRecord, titleOf } from '../../../shared/names/entity/entity.ts';
import { withJobsShown } from '../../jobs/query.ts';
import { type ListedEntity, refreshEntities } from '../../panels/entities/query.ts';
import { queries } from '../../platform/server.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { noticeUndo } from '../../ui/notices.tsx';
import { emptyRecord } from './draft.ts';
import { NewRecord } from './new-entity.tsx';
import type { Occurrence } from './renderings.ts';

interface SplitOffProps {
  readonly project: string;
  readonly entity: ListedEntity;
  readonly labels: readonly Label[];
  /** The mentions that are to mean the new entity. */
  readonly occurrences: readonly Occurrence[];
  readonly onClose: () => void;
  readonly onSplit: (made: string) => void;
}

/** Makes a new entity of some mentions of another; it begins with the names that they have. */
export function SplitOff({ project, entity, labels, occurrences, onClose, onSplit }: SplitOffProps) {
  const { t } = useTranslation();
  const split = useMutation(queries.entity.split.mutationOptions());
  const undo = useMutation(queries.job.undo.mutationOptions({ onSettled: refreshEntities }));
  const make = async (record: EntityRecord) => {
    const mentions = occurrences.map(({ document, mention }) => ({ document, mention }));
    const answer = await withJobsShown(split.mutateAsync({ project, id: entity.id, to: { record }, mentions }));
    if (answer.ok) {
      const count = t('registry.mentions', { count: answer.mentions });
      noticeUndo(t('registry.split.done', { mentions: count, name: titleOf(record) }), () =>
        undo.mutate({ id: answer.job }),
      );
    }
    return answer.ok ? ({ ok: true, value: answer.entity?.id ?? '' } as const) : answer;
  };
  const first = (side: 'fa' | 'en', range: 'source' | 'rendering') => {
    const one = occurrences.find((occurrence) => occurrence[range] !== null);
    return one?.[range] ? slice(one[side], one[range]) : '';
  };
  return (
    <Dialog title={t('registry.split.title')} width={760} onClose={onClose}>
      <NewRecord
        name={t('registry.split.title')}
        record={{ ...emptyRecord(entity.label), fa: first('fa', 'source'), en: first('en', 'rendering') }}
        labels={labels}
        make={make}
        onMade={onSplit}
        onCancel={onClose}
      >
        <p>{t('registry.split.text', { count: occurrences.length })}</p>
      </NewRecord>
    </Dialog>
  );
}
