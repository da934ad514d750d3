import { Button, Checkbox, FileInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/core/problem.ts';
import { isOpen } from '../../jobs/query.ts';
import { queries } from '../../platform/server.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { problemText } from '../../ui/problem-text.ts';
import styles from './memories.module.css';
import { refreshMemories, sendMemory } from './query.ts';

/** Brings a memory in, and tells what came of it. */
export function BringMemory({ project }: { readonly project: string }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [isShared, setShared] = useState(false);
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const [job, setJob] = useState<string | null>(null);

  const send = async () => {
    if (file === null) return;
    setSending(true);
    setRefused([]);
    const begun = await sendMemory(project, file, isShared);
    setSending(false);
    if (begun.ok) {
      setJob(begun.value.job);
      setFile(null);
      await refreshMemories();
    } else setRefused(begun.problems);
  };

  return (
    <section className={styles.bring}>
      <h2 className={styles.heading}>{t('matches.page.bring')}</h2>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <FileInput
          label={t('matches.page.file')}
          placeholder={t('matches.page.choose')}
          accept=".tmx,.tsv,.tab,.csv,.jsonl,.ndjson"
          value={file}
          onChange={setFile}
          className={styles.file ?? ''}
        />
        <Checkbox
          className={styles.shared ?? ''}
          label={t('matches.page.shared')}
          checked={isShared}
          onChange={({ target }) => setShared(target.checked)}
        />
        <Button type="submit" loading={isSending} disabled={file === null}>
          {t('matches.page.begin')}
        </Button>
      </form>
      <div role="status" className={styles.outcome}>
        {refused.length > 0 && <ProblemList problems={refused} />}
        {job !== null && <Outcome job={job} />}
      </div>
    </section>
  );
}

/** How often a job is looked at, in milliseconds. */
const WATCHING = 500;

function Outcome({ job: id }: { readonly job: string }) {
  const { t } = useTranslation();
  const { data: job } = useQuery(
    queries.job.open.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data && !isOpen(state.data) ? false : WATCHING) },
    ),
  );
  const isOver = job !== undefined && !isOpen(job);
  useEffect(() => {
    if (isOver) void refreshMemories();
  }, [isOver]);
  if (!job || !isOver) return <p>{t('matches.page.begun')}</p>;
  if (job.memory === null) {
    return (
      <>
        <p>{t('matches.page.failed', { why: '' })}</p>
        <ProblemList problems={job.problems} />
      </>
    );
  }
  const { name, units, same, incomplete, broken, problems } = job.memory;
  return (
    <>
      <p>{t('matches.page.done', { name, units, same, incomplete, broken })}</p>
      {problems.length > 0 && (
        <ul className={styles.broken}>
          {problems.map((problem) => (
            <li key={JSON.stringify(problem)}>
              {problem.line === undefined
                ? problemText(t, problem)
                : t('matches.page.inLine', { line: problem.line, what: problemText(t, problem) })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
