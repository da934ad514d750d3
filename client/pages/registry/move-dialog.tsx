import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import { titleOf } from '../../../shared/names/entity/entity.ts';
import { withJobsShown } from '../../jobs/query.ts';
import { type ListedEntity, refreshEntities } from '../../panels/entities/query.ts';
import { queries } from '../../platform/server.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { noticeUndo } from '../../ui/notices.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import styles from '../../ui/sheet.module.css';
import { EntityChoice } from './entity-choice.tsx';
import type { Occurrence } from './renderings.ts';

interface MoveDialogProps {
  readonly project: string;
  readonly entity: ListedEntity;
  readonly entities: readonly ListedEntity[];
  readonly labels: readonly Label[];
  /** The mentions that are to mean another entity. */
  readonly occurrences: readonly Occurrence[];
  readonly onClose: () => void;
  readonly onMoved: (to: string) => void;
}

/** Moves some mentions of an entity to another one that is there. */
export function MoveDialog({ project, entity, entities, labels, occurrences, onClose, onMoved }: MoveDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const split = useMutation(queries.entity.split.mutationOptions());
  const undo = useMutation(queries.job.undo.mutationOptions({ onSettled: refreshEntities }));
  const others = useMemo(() => entities.filter(({ id }) => id !== entity.id), [entities, entity]);
  const to = others.find(({ id }) => id === chosen);

  const submit = async ({ id, ...kept }: ListedEntity) => {
    const mentions = occurrences.map(({ document, mention }) => ({ document, mention }));
    const answer = await withJobsShown(split.mutateAsync({ project, id: entity.id, to: { id }, mentions }));
    if (!answer.ok) return setProblems(answer.problems);
    onMoved(id);
    await refreshEntities();
    const count = t('registry.mentions', { count: answer.mentions });
    noticeUndo(t('registry.split.done', { mentions: count, name: titleOf(kept) }), () =>
      undo.mutate({ id: answer.job }),
    );
  };

  return (
    <Dialog title={t('registry.move.title', { count: occurrences.length })} width={640} onClose={onClose}>
      <form
        className={styles.sheet}
        onSubmit={(event) => {
          event.preventDefault();
          if (to) void submit(to).catch(() => undefined);
        }}
      >
        <EntityChoice
          name={t('registry.move.to')}
          entities={others}
          labels={labels}
          chosen={chosen}
          onChoose={setChosen}
        />
        {to && occurrences.some(({ label }) => label !== to.label) && (
          <p className={styles.warned}>{t('registry.move.label', { label: to.label })}</p>
        )}
        <ProblemList problems={problems} />
        <div className={styles.end}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={split.isPending} disabled={!to}>
            {t('registry.move.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
