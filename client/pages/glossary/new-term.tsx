import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import type { Problem } from '../../../shared/core/problem.ts';
import { type TermRecord, termKey, termProblems } from '../../../shared/terms/term.ts';
import type { ListedTerm } from '../../panels/terms/glossary.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import styles from '../../ui/record-form.module.css';
import { cleaned, emptyTerm } from './draft.ts';
import { TermForm } from './term-form.tsx';
import { useTermWriting } from './writing.ts';

interface NewTermProps {
  readonly project: string;
  readonly terms: readonly ListedTerm[];
  readonly domains: readonly string[];
  /** Hears the id of what was made, or of the term that is there already. */
  readonly onMade: (id: string) => void;
  readonly onCancel: () => void;
}

/** Adds a term to the glossary. */
export function NewTerm({ project, terms, domains, onMade, onCancel }: NewTermProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<TermRecord>(emptyTerm);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const writing = useTermWriting(project);
  const record = cleaned(draft);
  const known = record.fa === '' ? undefined : terms.find((term) => termKey(term) === termKey(record));

  const submit = async () => {
    const found = termProblems(record);
    setProblems(found);
    if (found.length > 0 || known) return;
    const id = v7();
    const answer = await writing.write([{ id, revision: null, record }]);
    if (answer.ok) onMade(id);
    else if (answer.reason === 'refused') setProblems(answer.problems);
  };

  return (
    <TermForm
      name={t('terms.create.title')}
      draft={draft}
      domains={domains}
      isNew
      onDraft={setDraft}
      onSubmit={() => void submit()}
      onLeave={onCancel}
    >
      <ProblemList problems={problems} />
      {known && (
        <p className={styles.stale} role="status">
          {t('terms.create.known')}
          <Button size="compact-sm" variant="default" onClick={() => onMade(known.id)}>
            {t('terms.create.go')}
          </Button>
        </p>
      )}
      <div className={styles.end}>
        <span className={styles.said} />
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" loading={writing.isWriting} disabled={known !== undefined}>
          {t('terms.create.submit')}
        </Button>
      </div>
    </TermForm>
  );
}
