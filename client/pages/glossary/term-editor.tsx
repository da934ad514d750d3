import { Button } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/core/problem.ts';
import { type TermRecord, termProblems } from '../../../shared/terms/term.ts';
import type { ListedTerm } from '../../panels/terms/glossary.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import styles from '../../ui/record-form.module.css';
import { cleaned, lineOf, recordOf, saysTheSame } from './draft.ts';
import { TermForm } from './term-form.tsx';
import { useTermWriting } from './writing.ts';

interface TermEditorProps {
  readonly project: string;
  readonly term: ListedTerm;
  readonly domains: readonly string[];
  readonly first: RefObject<HTMLInputElement | null>;
  readonly onLeave: () => void;
}

/** What a term says, changed in place. While it is being changed, what others say of it waits. */
export function TermEditor({ project, term, domains, first, onLeave }: TermEditorProps) {
  const { t } = useTranslation();
  const [base, setBase] = useState(term);
  const [draft, setDraft] = useState<TermRecord>(() => recordOf(term));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isStale, setStale] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const writing = useTermWriting(project);
  const record = cleaned(draft);
  const isChanged = !saysTheSame(record, base);

  const begin = (now: ListedTerm) => {
    setBase(now);
    setDraft(recordOf(now));
    setProblems([]);
    setStale(false);
  };
  if (term.revision !== base.revision && !isChanged) begin(term);

  const save = async (revision: number) => {
    const found = termProblems(record);
    setProblems(found);
    if (found.length > 0 || !isChanged) return;
    const answer = await writing.write([{ id: term.id, revision, record }]);
    if (answer.ok) {
      setBase({ ...term, ...record, revision: revision + 1 });
      setDraft(record);
      setStale(false);
      setSaved(true);
      writing.offerBack(t('terms.changed', { name: record.fa }), answer.back);
    } else if (answer.reason === 'stale') setStale(true);
    else setProblems(answer.problems);
  };

  return (
    <TermForm
      name={t('terms.form.name', { name: base.fa })}
      draft={draft}
      domains={domains}
      first={first}
      onDraft={(next) => {
        setDraft(next);
        setSaved(false);
      }}
      onSubmit={() => void save(base.revision)}
      onLeave={() => {
        if (isChanged) begin(term);
        else onLeave();
      }}
    >
      <ProblemList problems={problems} />
      {isStale ? (
        <div className={styles.stale} role="alert">
          <p>{t('terms.stale.text')}</p>
          <bdi>{lineOf(term)}</bdi>
          <div className={styles.end}>
            <Button size="compact-sm" onClick={() => void save(term.revision)}>
              {t('terms.stale.mine')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => begin(term)}>
              {t('terms.stale.theirs')}
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles.end}>
          <span className={styles.said} role="status">
            {isSaved && !isChanged && t('terms.form.saved')}
          </span>
          <Button variant="subtle" color="gray" disabled={!isChanged} onClick={() => begin(term)}>
            {t('terms.form.revert')}
          </Button>
          <Button type="submit" loading={writing.isWriting} disabled={!isChanged}>
            {t('terms.form.save')}
          </Button>
        </div>
      )}
    </TermForm>
  );
}
