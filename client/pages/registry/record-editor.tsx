import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EntityRecord, titleOf } from '../../../shared/core/entity.ts';
import { entityProblems } from '../../../shared/core/entity-problems.ts';
import type { Label } from '../../../shared/core/label.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import { ProblemList } from '../../app/problem-list.tsx';
import { queries } from '../../app/server.ts';
import { type ListedEntity, refreshEntities } from '../../panels/entities-query.ts';
import { cleaned, differing, recordOf } from './draft.ts';
import styles from './entity-form.module.css';
import { EntityForm } from './entity-form.tsx';
import { Overtaken } from './overtaken.tsx';

interface RecordEditorProps {
  readonly project: string;
  readonly entity: ListedEntity;
  readonly labels: readonly Label[];
  readonly first: Ref<HTMLInputElement>;
  readonly onLeave: () => void;
}

/** What an entity says, changed in place. While it is being changed, what others say of it waits. */
export function RecordEditor({ project, entity, labels, first, onLeave }: RecordEditorProps) {
  const { t } = useTranslation();
  const [base, setBase] = useState(entity);
  const [draft, setDraft] = useState<EntityRecord>(() => recordOf(entity));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [theirs, setTheirs] = useState<(EntityRecord & { readonly revision: number }) | null>(null);
  const change = useMutation(queries.entity.change.mutationOptions());
  const record = cleaned(draft);
  const isChanged = differing(record, base).length > 0;

  const begin = (now: EntityRecord & { readonly revision: number }) => {
    setBase({ ...entity, ...now });
    setDraft(recordOf(now));
    setProblems([]);
    setTheirs(null);
  };
  if (entity.revision > base.revision && !isChanged) begin(entity);

  const save = async (revision: number) => {
    const found = entityProblems(record, labels);
    setProblems(found);
    if (found.length > 0 || !isChanged) return;
    const answer = await change.mutateAsync({ project, id: entity.id, revision, record });
    if (answer.ok) {
      begin(answer.entity);
      await refreshEntities();
    } else if (answer.reason === 'stale') setTheirs(answer.entity);
    else setProblems(answer.problems);
  };
  const leave = () => {
    if (isChanged) begin(entity);
    else onLeave();
  };

  return (
    <EntityForm
      name={t('registry.form.name', { name: titleOf(base) })}
      draft={draft}
      labels={labels}
      first={first}
      onDraft={setDraft}
      onSubmit={() => void save(base.revision)}
      onLeave={leave}
    >
      <ProblemList problems={problems} />
      {theirs && (
        <Overtaken
          mine={record}
          theirs={theirs}
          onMine={() => {
            setTheirs(null);
            void save(theirs.revision);
          }}
          onTheirs={() => {
            begin(theirs);
            void refreshEntities();
          }}
        />
      )}
      {!theirs && (
        <div className={styles.end}>
          <span className={styles.said} role="status">
            {change.isSuccess && !isChanged && t('registry.form.saved')}
          </span>
          <Button variant="subtle" color="gray" disabled={!isChanged} onClick={() => begin(entity)}>
            {t('registry.form.revert')}
          </Button>
          <Button type="submit" loading={change.isPending} disabled={!isChanged}>
            {t('registry.form.save')}
          </Button>
        </div>
      )}
    </EntityForm>
  );
}
