import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { Problem } from '../../../shared/core/problem.ts';
import { type EntityRecord, titleOf } from '../../../shared/names/entity/entity.ts';
import { entityProblems } from '../../../shared/names/entity/problems.ts';
import { withJobsShown } from '../../jobs/query.ts';
import { type ListedEntity, refreshEntities } from '../../panels/entities/query.ts';
import { type Answers, queries, server } from '../../platform/server.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import styles from '../../ui/record-form.module.css';
import { cleaned, differing, recordOf } from './draft.ts';
import { EntityForm } from './entity-form.tsx';
import { Overtaken } from './overtaken.tsx';
import { RenamePreview } from './rename-preview.tsx';
import { isLosing, type RenamedDocument, type Renaming, withOldName } from './renaming.ts';

interface RecordEditorProps {
  readonly project: string;
  readonly entity: ListedEntity;
  readonly labels: readonly Label[];
  readonly first: RefObject<HTMLInputElement | null>;
  readonly onLeave: () => void;
  readonly onRenamed: (renaming: Renaming) => void;
}

type Read = EntityRecord & { readonly revision: number };

/** What an entity says, changed in place. While it is being changed, what others say of it waits. Another English name is
 *  saved after a look at the places where the old one stands. */
export function RecordEditor({ project, entity, labels, first, onLeave, onRenamed }: RecordEditorProps) {
  const { t } = useTranslation();
  const [base, setBase] = useState(entity);
  const [draft, setDraft] = useState<EntityRecord>(() => recordOf(entity));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [theirs, setTheirs] = useState<Read | null>(null);
  const [asked, setAsked] = useState<{ readonly from: Read; readonly documents: readonly RenamedDocument[] } | null>(
    null,
  );
  const change = useMutation(queries.entity.change.mutationOptions());
  const rename = useMutation(queries.entity.rename.mutationOptions({ onSettled: refreshEntities }));
  const look = useMutation({
    mutationFn: (fresh: string) => server.entity.renamePlaces.query({ project, id: entity.id, fresh }),
  });
  const record = cleaned(draft);
  const isChanged = differing(record, base).length > 0;

  const begin = (now: Read) => {
    setBase({ ...entity, ...now });
    setDraft(recordOf(now));
    setProblems([]);
    setTheirs(null);
    setAsked(null);
  };
  if (entity.revision > base.revision && !isChanged) begin(entity);

  const cancel = () => {
    setAsked(null);
    first.current?.focus();
  };
  const take = (answer: Answers['entity']['change']) => {
    if (answer.ok) begin(answer.entity);
    else if (answer.reason === 'stale') setTheirs(answer.entity);
    else setProblems(answer.problems);
  };
  const save = async (from: Read) => {
    const found = entityProblems(record, labels);
    setProblems(found);
    if (found.length > 0 || !isChanged) return;
    const isRenamed = from.en !== '' && record.en !== '' && from.en !== record.en;
    const documents = isRenamed ? await look.mutateAsync(record.en) : [];
    if (documents.length > 0) return setAsked({ from, documents });
    take(await change.mutateAsync({ project, id: entity.id, revision: from.revision, record }));
    await refreshEntities();
  };
  const renameIn = async (from: Read, documents: readonly RenamedDocument[], isOldKept: boolean) => {
    const order = {
      project,
      id: entity.id,
      revision: from.revision,
      record: isOldKept ? withOldName(record, from.en) : record,
      documents: documents.map(({ document, places }) => ({
        document,
        mentions: places.map(({ mention, before }) => ({ mention, before })),
      })),
    };
    const answer = await withJobsShown(rename.mutateAsync(order));
    cancel();
    take(answer);
    if (!answer.ok || documents.length === 0) return;
    const titles = new Map(documents.map(({ document, title }) => [document, title]));
    onRenamed({
      job: answer.job,
      documents: answer.documents.map((one) => ({ ...one, title: titles.get(one.document) ?? '' })),
    });
  };
  const leave = () => {
    if (asked) cancel();
    else if (isChanged) begin(entity);
    else onLeave();
  };

  const form = (
    <EntityForm
      name={t('registry.form.name', { name: titleOf(base) })}
      draft={draft}
      labels={labels}
      first={first}
      onDraft={(next) => {
        setDraft(next);
        setAsked(null);
      }}
      onSubmit={() => void save(base)}
      onLeave={leave}
    >
      <ProblemList problems={problems} />
      {theirs && !asked && (
        <Overtaken
          mine={record}
          theirs={theirs}
          onMine={() => {
            setTheirs(null);
            void save(theirs);
          }}
          onTheirs={() => {
            begin(theirs);
            void refreshEntities();
          }}
        />
      )}
      {!theirs && !asked && (
        <div className={styles.end}>
          <span className={styles.said} role="status">
            {(change.isSuccess || rename.isSuccess) && !isChanged && t('registry.form.saved')}
          </span>
          <Button variant="subtle" color="gray" disabled={!isChanged} onClick={() => begin(entity)}>
            {t('registry.form.revert')}
          </Button>
          <Button type="submit" loading={look.isPending || change.isPending} disabled={!isChanged}>
            {t('registry.form.save')}
          </Button>
        </div>
      )}
    </EntityForm>
  );
  return (
    <>
      {form}
      {asked && (
        <RenamePreview
          documents={asked.documents}
          old={isLosing(record, asked.from.en) ? asked.from.en : null}
          isBusy={rename.isPending}
          onRename={(documents, isOldKept) => void renameIn(asked.from, documents, isOldKept)}
          onCancel={cancel}
        />
      )}
    </>
  );
}
