import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import type { Problem } from '../../../shared/core/problem.ts';
import { type TermRecord, termProblems } from '../../../shared/terms/term.ts';
import { type Answers, queries } from '../../platform/server.ts';
import { Highlighted } from '../../ui/highlighted.tsx';
import { notice, noticeUndo } from '../../ui/notices.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import form from '../../ui/record-form.module.css';
import { Trouble } from '../../ui/trouble.tsx';
import registry from '../registry/open-registry.module.css';
import { cleaned, emptyTerm } from './draft.ts';
import styles from './glossary.module.css';
import { TermForm } from './term-form.tsx';
import { refreshTerms, useTermWriting } from './writing.ts';

type Proposed = Answers['term']['proposed']['terms'][number];

interface ProposedTermsProps {
  readonly project: string;
  readonly domains: readonly string[];
  readonly onLeave: () => void;
}

/** The terms that the project's segments propose, one after the other. */
export function ProposedTerms({ project, domains, onLeave }: ProposedTermsProps) {
  const { t } = useTranslation();
  const [later, setLater] = useState<readonly string[]>([]);
  const { data, error, refetch } = useQuery(
    queries.term.proposed.queryOptions({ project }, { refetchOnMount: 'always', staleTime: 0 }),
  );
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />;
  if (!data) return null;
  const at = data.terms.findIndex(({ key }) => !later.includes(key));
  const proposed = data.terms[at];
  if (!proposed)
    return (
      <div className={registry.empty}>
        <h2>{t('terms.proposed.none')}</h2>
        <p>{t('terms.proposed.noneText')}</p>
        <Button variant="default" autoFocus onClick={onLeave}>
          {t('terms.proposed.close')}
        </Button>
      </div>
    );
  return (
    <article className={registry.making} aria-labelledby="proposed-title">
      <h2 id="proposed-title" className={registry.heading}>
        {t('terms.proposed.title')}
      </h2>
      <p className={styles.told}>{t('terms.proposed.text')}</p>
      <p className={styles.told} aria-live="polite">
        {t('terms.proposed.place', { number: at + 1, count: data.terms.length + data.more })}
      </p>
      <OneTerm
        key={proposed.key}
        project={project}
        proposed={proposed}
        domains={domains}
        onLater={() => setLater([...later, proposed.key])}
        onLeave={onLeave}
      />
    </article>
  );
}

interface OneTermProps extends ProposedTermsProps {
  readonly proposed: Proposed;
  readonly onLater: () => void;
}

function OneTerm({ project, proposed, domains, onLater, onLeave }: OneTermProps) {
  const { t } = useTranslation();
  const { fa, en, count, example } = proposed;
  const [draft, setDraft] = useState<TermRecord>({ ...emptyTerm, fa, en: [{ text: en, use: 'preferred' }] });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const writing = useTermWriting(project);
  const refusing = useMutation(queries.term.refuse.mutationOptions({ onSettled: refreshTerms }));
  const record = cleaned(draft);

  const accept = async () => {
    const found = termProblems(record);
    setProblems(found);
    if (found.length > 0) return;
    const answer = await writing.write([{ id: v7(), revision: null, record }]);
    if (answer.ok) writing.offerBack(t('terms.proposed.accepted', { name: record.fa }), answer.back);
    else if (answer.reason === 'refused') setProblems(answer.problems);
  };
  const refuse = async () => {
    await refusing.mutateAsync({ project, fa, isRefused: true });
    noticeUndo(t('terms.proposed.refused', { name: fa }), () => {
      const taken = refusing.mutateAsync({ project, fa, isRefused: false });
      void taken.then(() => notice(t('terms.proposed.back', { name: fa }), 'terms'));
    });
  };

  return (
    <>
      <div className={styles.example}>
        <p className={styles.told}>{t('terms.proposed.stands', { count })}</p>
        <p lang="fa" dir="rtl">
          <Highlighted text={example.fa} query={fa} />
        </p>
        <p lang="en" dir="ltr">
          <Highlighted text={example.en} query={en} />
        </p>
      </div>
      <TermForm
        name={t('terms.form.name', { name: fa })}
        draft={draft}
        domains={domains}
        isNew
        onDraft={setDraft}
        onSubmit={() => void accept()}
        onLeave={onLeave}
      >
        <ProblemList problems={problems} />
        <div className={form.end}>
          <span className={form.said} />
          <Button variant="subtle" color="gray" onClick={onLater}>
            {t('terms.proposed.next')}
          </Button>
          <Button variant="default" loading={refusing.isPending} onClick={() => void refuse()}>
            {t('terms.proposed.refuse')}
          </Button>
          <Button type="submit" loading={writing.isWriting}>
            {t('terms.proposed.accept')}
          </Button>
        </div>
      </TermForm>
    </>
  );
}
