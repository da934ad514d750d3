import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import type { Checked, Problem } from '../../../shared/core/problem.ts';
import type { EntityRecord } from '../../../shared/names/entity/entity.ts';
import { entityProblems } from '../../../shared/names/entity/problems.ts';
import { refreshEntities } from '../../panels/entities/query.ts';
import { queries } from '../../platform/server.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import styles from '../../ui/record-form.module.css';
import { cleaned } from './draft.ts';
import { EntityForm } from './entity-form.tsx';

interface NewRecordProps {
  readonly name: string;
  /** What the form begins with. */
  readonly record: EntityRecord;
  readonly labels: readonly Label[];
  /** Makes the entity; the answer is its id, or what is wrong. */
  readonly make: (record: EntityRecord) => Promise<Checked<string>>;
  readonly onMade: (id: string) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
}

/** The record of an entity that is still to be made. */
export function NewRecord({ name, record, labels, make, onMade, onCancel, children }: NewRecordProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(record);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isMaking, setMaking] = useState(false);

  const submit = async () => {
    const found = entityProblems(cleaned(draft), labels);
    setProblems(found);
    if (found.length > 0) return;
    setMaking(true);
    try {
      const made = await make(cleaned(draft));
      if (!made.ok) return setProblems(made.problems);
      await refreshEntities();
      onMade(made.value);
    } finally {
      setMaking(false);
    }
  };

  return (
    <EntityForm
      name={name}
      draft={draft}
      labels={labels}
      isNew
      onDraft={setDraft}
      onSubmit={() => void submit()}
      onLeave={onCancel}
    >
      {children}
      <ProblemList problems={problems} />
      <div className={styles.end}>
        <span className={styles.said} />
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" loading={isMaking}>
          {t('registry.create.submit')}
        </Button>
      </div>
    </EntityForm>
  );
}

interface NewEntityProps extends Pick<NewRecordProps, 'labels' | 'record' | 'onMade' | 'onCancel'> {
  readonly project: string;
}

/** Adds an entity to the registry. */
export function NewEntity({ project, ...props }: NewEntityProps) {
  const { t } = useTranslation();
  const create = useMutation(queries.entity.create.mutationOptions());
  const make = async (record: EntityRecord) => {
    const made = await create.mutateAsync({ project, record });
    return made.ok ? ({ ok: true, value: made.value.id } as const) : made;
  };
  return <NewRecord name={t('registry.create.title')} make={make} {...props} />;
}
