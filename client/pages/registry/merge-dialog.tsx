import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import { titleOf } from '../../../shared/names/entity/entity.ts';
import { mergedRecord } from '../../../shared/names/entity/merge.ts';
import { withJobsShown } from '../../jobs/query.ts';
import { type ListedEntity, refreshEntities } from '../../panels/entities/query.ts';
import { queries } from '../../platform/server.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LabelTag } from '../../ui/label-tag.tsx';
import { noticeUndo } from '../../ui/notices.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import styles from '../../ui/sheet.module.css';
import { Trouble } from '../../ui/trouble.tsx';
import { differing } from './draft.ts';
import { EntityChoice } from './entity-choice.tsx';
import { SaidParts } from './said-parts.tsx';

interface MergeDialogProps {
  readonly project: string;
  /** The one that goes. */
  readonly entity: ListedEntity;
  readonly entities: readonly ListedEntity[];
  readonly labels: readonly Label[];
  readonly onClose: () => void;
  readonly onMerged: (into: string) => void;
}

/** Makes one entity of two: finds the one that stays, shows what will change before anything does (names, labels, how many mentions
 *  in how many documents), merges, and offers to part them again, as their history does at any time later. */
export function MergeDialog({ project, entity, entities, labels, onClose, onMerged }: MergeDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isRelabelled, setRelabelled] = useState(true);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const others = useMemo(() => entities.filter(({ id }) => id !== entity.id), [entities, entity]);
  const into = others.find(({ id }) => id === chosen);
  const merged = into && mergedRecord(into, entity);
  const extent = useQuery(
    queries.entity.extent.queryOptions({ project, id: entity.id }, { refetchOnMount: 'always', staleTime: 0 }),
  );
  const merge = useMutation(queries.entity.merge.mutationOptions());
  const undo = useMutation(queries.job.undo.mutationOptions({ onSettled: refreshEntities }));
  const relabelled = into
    ? (extent.data?.labels ?? []).reduce((sum, one) => (one.label === into.label ? sum : sum + one.count), 0)
    : 0;

  const submit = async (kept: ListedEntity) => {
    const relabel = isRelabelled && relabelled > 0;
    const order = { project, into: kept.id, from: entity.id, relabel };
    const answer = await withJobsShown(merge.mutateAsync(order));
    if (!answer.ok) return setProblems(answer.problems);
    onMerged(kept.id);
    await refreshEntities();
    if (!answer.isDone) return;
    noticeUndo(t('registry.merge.done', { from: titleOf(entity), into: titleOf(kept) }), () =>
      undo.mutate({ id: answer.job }),
    );
  };

  return (
    <Dialog title={t('registry.merge.title', { name: titleOf(entity) })} width={640} onClose={onClose}>
      <form
        className={styles.sheet}
        onSubmit={(event) => {
          event.preventDefault();
          if (into) void submit(into).catch(() => undefined);
        }}
      >
        <EntityChoice
          name={t('registry.merge.into')}
          entities={others}
          labels={labels}
          chosen={chosen}
          onChoose={(id) => {
            setChosen(id);
            setProblems([]);
          }}
        />
        {extent.error && <Trouble error={extent.error} retry={() => void extent.refetch()} />}
        {into && merged && (
          <>
            <p>{t('registry.merge.outcome', { name: titleOf(into) })}</p>
            <SaidParts record={merged} parts={differing(into, merged)} />
            {extent.data && (
              <p>
                {extent.data.mentions === 0
                  ? t('registry.merge.unmentioned', { name: titleOf(entity) })
                  : t('registry.merge.touches', {
                      mentions: t('registry.mentions', { count: extent.data.mentions }),
                      documents: t('library.documents', { count: extent.data.documents }),
                      name: titleOf(into),
                    })}
              </p>
            )}
            {into.label !== entity.label && (
              <p className={styles.warned}>
                {t('registry.merge.labels')} <LabelTag label={entity.label} labels={labels} />
                <span aria-hidden="true">→</span>
                <LabelTag label={into.label} labels={labels} />
              </p>
            )}
            {relabelled > 0 && (
              <Checkbox
                size="xs"
                label={t('registry.merge.relabel', { count: relabelled, label: into.label })}
                checked={isRelabelled}
                onChange={({ target }) => setRelabelled(target.checked)}
              />
            )}
            <p className={styles.soft}>{t('registry.merge.later')}</p>
          </>
        )}
        <ProblemList problems={problems} />
        <div className={styles.end}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={merge.isPending} disabled={!into || !extent.data}>
            {t('registry.merge.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
