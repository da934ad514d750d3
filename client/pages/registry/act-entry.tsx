import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { withJobsShown } from '../../jobs/query.ts';
import { refreshEntities } from '../../panels/entities/query.ts';
import { type Answers, queries } from '../../platform/server.ts';
import { notice } from '../../ui/notices.tsx';
import styles from './detail.module.css';

/** An act over many documents, as the history of an entity tells it. */
export type EntityAct = Answers['entity']['history']['acts'][number];

/** What an act did, to how many mentions and documents, and the way to take it back, at any time later. */
export function ActEntry({ act, entity }: { readonly act: EntityAct; readonly entity: string }) {
  const { t } = useTranslation();
  const undo = useMutation(queries.job.undo.mutationOptions({ onSettled: refreshEntities }));
  const { kind, state, subjects, names, left } = act;
  const [name = '', other = ''] = names;
  const side = kind !== 'rename' && goesFrom(kind, subjects) === entity ? 'gone' : 'gained';
  const what = t(`registry.act.${kind}.${side}`, {
    ...{ name, other },
    mentions: t('registry.mentions', { count: act.mentions }),
    documents: t('library.documents', { count: act.documents }),
  });
  const takeBack = async () => {
    const answer = await withJobsShown(undo.mutateAsync({ id: act.job }));
    if (!answer.isTurned) notice(t('registry.act.tooLate'));
  };
  return (
    <div className={styles.act}>
      <span>
        {what} <span role="status">{stateText()}</span>
      </span>
      {state === 'done' && (
        <Button
          className={styles.whole}
          variant="default"
          size="compact-sm"
          loading={undo.isPending}
          aria-label={t('registry.act.undoThis', { what })}
          onClick={() => void takeBack().catch(() => undefined)}
        >
          {t('registry.act.undo')}
        </Button>
      )}
    </div>
  );

  function stateText(): string {
    if (state === 'done') return '';
    if (state === 'failed') return t('registry.act.failed');
    if (state !== 'cancelled') return t('registry.act.open');
    return left === 0
      ? t('registry.act.cancelled')
      : `${t('registry.act.cancelled')} ${t('registry.act.left', { count: left })}`;
  }
}

/** The one of the subjects that mentions went from. */
function goesFrom(kind: EntityAct['kind'], subjects: readonly string[]): string | undefined {
  return kind === 'merge' ? subjects[1] : subjects[0];
}
