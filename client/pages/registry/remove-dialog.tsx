import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { titleOf } from '../../../shared/names/entity/entity.ts';
import { withJobsShown } from '../../jobs/query.ts';
import { type ListedEntity, refreshEntities } from '../../panels/entities/query.ts';
import { queries } from '../../platform/server.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { noticeUndo } from '../../ui/notices.tsx';
import styles from '../../ui/sheet.module.css';
import { Trouble } from '../../ui/trouble.tsx';

interface RemoveDialogProps {
  readonly project: string;
  readonly entity: ListedEntity;
  readonly onClose: () => void;
  /** The entity is not there any more; its page shows its history from now on. */
  readonly onRemoved: (id: string) => void;
}

/** Says what the removal of an entity would touch, removes it, and offers to take it back. */
export function RemoveDialog({ project, entity, onClose, onRemoved }: RemoveDialogProps) {
  const { t } = useTranslation();
  const { id } = entity;
  const name = titleOf(entity);
  const found = useQuery(queries.entity.concordance.queryOptions({ project, id }, { refetchOnMount: 'always' }));
  const remove = useMutation(queries.entity.remove.mutationOptions());
  const undo = useMutation(queries.job.undo.mutationOptions({ onSettled: refreshEntities }));
  const titles = [...new Map(found.data?.map(({ document, title }) => [document, title])).values()];

  const submit = async () => {
    const answer = await withJobsShown(remove.mutateAsync({ project, id }));
    if (!answer.ok) return;
    onRemoved(id);
    await refreshEntities();
    noticeUndo(t('registry.remove.done', { name }), () => undo.mutate({ id: answer.job }));
  };

  return (
    <Dialog title={t('registry.remove.title', { name })} width={520} onClose={onClose}>
      <div className={styles.sheet}>
        {found.error && <Trouble error={found.error} retry={() => void found.refetch()} />}
        {found.data?.length === 0 && <p>{t('registry.remove.nothing')}</p>}
        {titles.length > 0 && (
          <>
            <p>
              {t('registry.remove.touches', {
                mentions: t('registry.mentions', { count: found.data?.length ?? 0 }),
                documents: t('library.documents', { count: titles.length }),
              })}
            </p>
            <ul className={styles.titles}>
              {titles.slice(0, TITLES).map((title) => (
                <li key={title}>
                  <bdi>{title}</bdi>
                </li>
              ))}
              {titles.length > TITLES && <li>…</li>}
            </ul>
          </>
        )}
        <div className={styles.end}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button data-autofocus loading={remove.isPending} disabled={!found.data} onClick={() => void submit()}>
            {t('registry.remove.submit')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** How many documents are told by name. */
const TITLES = 6;
