import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { withJobsShown } from '../../jobs/query.ts';
import { refreshEntities } from '../../panels/entities/query.ts';
import { queries } from '../../platform/server.ts';
import { notice, noticeUndo } from '../../ui/notices.tsx';
import styles from './detail.module.css';

interface BringBackProps {
  readonly project: string;
  readonly id: string;
  readonly name: string;
  readonly button: RefObject<HTMLButtonElement | null>;
  /** It was asked for, and everything that is shown says what is so now. */
  readonly onBack: () => void;
}

/** Brings a deleted entity back with its mentions, says what came of that, and offers to delete it again. */
export function BringBack({ project, id, name, button, onBack }: BringBackProps) {
  const { t } = useTranslation();
  const bring = useMutation(queries.entity.bringBack.mutationOptions());
  const remove = useMutation(queries.entity.remove.mutationOptions({ onSettled: refreshEntities }));
  const submit = async () => {
    const answer = await withJobsShown(bring.mutateAsync({ project, id }));
    await refreshEntities();
    onBack();
    if (answer.became !== 'back') notice(t(`registry.deleted.${answer.became}`, { name }));
    else if (!answer.isDone) notice(t('registry.deleted.under', { name }));
    else {
      const mentions = t('registry.mentions', { count: answer.mentions });
      const left = answer.left === 0 ? '' : ` ${t('registry.deleted.left', { count: answer.left })}`;
      const undo = () => void withJobsShown(remove.mutateAsync({ project, id })).catch(() => undefined);
      noticeUndo(`${t('registry.deleted.done', { name, mentions })}${left}`, undo);
    }
  };
  return (
    <Button
      ref={button}
      className={styles.whole}
      size="compact-sm"
      loading={bring.isPending}
      aria-label={t('registry.deleted.backThis', { name })}
      onClick={() => void submit().catch(() => undefined)}
    >
      {t('registry.deleted.back')}
    </Button>
  );
}
