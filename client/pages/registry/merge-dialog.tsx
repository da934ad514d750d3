import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { titleOf } from '../../../shared/names/entity/entity.ts';
import { mergedRecord } from '../../../shared/names/entity/merge.ts';
import { registrySearch } from '../../../shared/names/registry/search.ts';
import { type ListedEntity, refreshEntities } from '../../panels/entities/query.ts';
import { queries } from '../../platform/server.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LabelTag } from '../../ui/label-tag.tsx';
import { noticeUndo } from '../../ui/notices.tsx';
import { differing } from './draft.ts';
import { SaidParts } from './said-parts.tsx';
import styles from './sheet.module.css';

interface MergeDialogProps {
  readonly project: string;
  /** The one that goes. */
  readonly entity: ListedEntity;
  readonly entities: readonly ListedEntity[];
  readonly labels: readonly Label[];
  readonly onClose: () => void;
  readonly onMerged: (into: string) => void;
}

/** How many entities are offered at once. */
const MOST = 50;

/** Makes one entity of two: finds the one that stays, shows what it will say, merges, and offers to part them again. */
export function MergeDialog({ project, entity, entities, labels, onClose, onMerged }: MergeDialogProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const search = useMemo(() => registrySearch(entities.filter(({ id }) => id !== entity.id)), [entities, entity]);
  const found = (search.find(useDeferredValue(query)) as readonly ListedEntity[]).slice(0, MOST);
  const into = entities.find(({ id }) => id === chosen);
  const merged = into && mergedRecord(into, entity);
  const merge = useMutation(queries.entity.merge.mutationOptions());
  const undo = useMutation(queries.job.undo.mutationOptions({ onSettled: refreshEntities }));

  const submit = async (kept: ListedEntity) => {
    const answer = await merge.mutateAsync({ project, into: kept.id, from: entity.id });
    if (!answer.ok) return;
    onMerged(kept.id);
    await refreshEntities();
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
          if (into) void submit(into);
        }}
      >
        <TextInput
          data-autofocus
          type="search"
          dir={query === '' ? undefined : 'auto'}
          label={t('registry.merge.into')}
          placeholder={t('registry.search')}
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
        <fieldset className={styles.choices} aria-label={t('registry.merge.into')}>
          {found.map((one) => (
            <label key={one.id} className={styles.choice}>
              <input
                type="radio"
                name="into"
                aria-label={titleOf(one)}
                checked={one.id === chosen}
                onChange={() => setChosen(one.id)}
              />
              <span lang="fa" dir="rtl">
                {one.fa}
              </span>
              <span lang="en" dir="ltr">
                {one.en} <small>{t('registry.count', { count: one.mentions })}</small>
              </span>
              <LabelTag label={one.label} labels={labels} />
            </label>
          ))}
        </fieldset>
        {into && merged && (
          <>
            <p>
              {t('registry.merge.outcome', {
                name: titleOf(into),
                mentions: t('registry.mentions', { count: entity.mentions }),
              })}
            </p>
            <SaidParts record={merged} parts={differing(into, merged)} />
          </>
        )}
        <div className={styles.end}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={merge.isPending} disabled={!into}>
            {t('registry.merge.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
