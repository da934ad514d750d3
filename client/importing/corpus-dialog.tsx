import { Button, Loader } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import type { CorpusChoices, CorpusPreview, PreviewedSet } from '../../shared/wire/corpus-import.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './corpus-dialog.module.css';
import { LabelChoices } from './label-choices.tsx';
import { beginCorpus, type CorpusOrder, previewCorpus } from './order.ts';
import { PlacedProblems } from './placed-problems.tsx';
import { SetSection } from './set-section.tsx';

interface CorpusDialogProps extends CorpusOrder {
  /** What the project is called. */
  readonly name: string;
  /** Hears of the job that has begun. */
  readonly onBegun: (job: string) => void;
  readonly onClose: () => void;
}

/** Shows what files of corpora would become, lets their labels be mapped, and brings them in when asked to. */
export function CorpusDialog({ name, project, files, onBegun, onClose }: CorpusDialogProps) {
  const { t } = useTranslation();
  const answer = usePreview({ project, files });
  return (
    <Dialog title={t('importing.into', { name })} width={880} onClose={onClose}>
      {answer === null && (
        <p className={styles.reading} role="status">
          <Loader size={14} /> {t('importing.reading', { count: files.length })}
        </p>
      )}
      {answer?.ok === false && (
        <>
          <div role="alert">
            <PlacedProblems problems={answer.problems} />
          </div>
          <div className={styles.end}>
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t('app.close')}
            </Button>
          </div>
        </>
      )}
      {answer?.ok && (
        <CorpusForm order={{ project, files }} preview={answer.value} onBegun={onBegun} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface CorpusFormProps extends Pick<CorpusDialogProps, 'onBegun' | 'onClose'> {
  readonly order: CorpusOrder;
  readonly preview: CorpusPreview;
}

function CorpusForm({ order, preview, onBegun, onClose }: CorpusFormProps) {
  const { t } = useTranslation();
  const { sets, labels, known } = preview;
  const [without, setWithout] = useState<readonly number[]>(() =>
    sets.flatMap(({ problems }, index) => (problems.length > 0 ? [index] : [])),
  );
  const [chosen, setChosen] = useState<CorpusChoices['labels']>(() =>
    Object.fromEntries(labels.map(({ label, proposed }) => [label, proposed])),
  );
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const begin = useMutation({ mutationFn: () => beginCorpus(order, { labels: chosen, without }) });
  const taken = sets.filter((_, index) => !without.includes(index));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const begun = await begin.mutateAsync();
    if (!begun.ok) return setRefused(begun.problems);
    onBegun(begun.value.job);
    onClose();
  };
  return (
    <form className={styles.form} aria-label={t('importing.form')} onSubmit={submit}>
      {sets.map((set, index) => (
        <SetSection
          key={set.names.join()}
          set={set}
          isTaken={!without.includes(index)}
          isOnly={sets.length === 1}
          onTake={(isTaken) => setWithout(isTaken ? without.filter((place) => place !== index) : [...without, index])}
        />
      ))}
      {labels.length > 0 && (
        <LabelChoices
          labels={labels}
          known={known}
          chosen={chosen}
          onChoose={(label, to) => setChosen({ ...chosen, [label]: to })}
        />
      )}
      {refused.length > 0 && (
        <div role="alert">
          <PlacedProblems problems={refused} />
        </div>
      )}
      <div className={styles.end}>
        <Link to="/formats" target="_blank" className={styles.formats}>
          {t('formats.all')}
        </Link>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" loading={begin.isPending} disabled={taken.length === 0}>
          {t('importing.submit', { documents: t('importing.documents', { count: documentsIn(taken) }) })}
        </Button>
      </div>
    </form>
  );
}

function documentsIn(sets: readonly PreviewedSet[]): number {
  return sets.reduce((sum, { documentCount }) => sum + documentCount, 0);
}

/** What the files would become; `null` while that is asked. */
function usePreview({ project, files }: CorpusOrder): Checked<CorpusPreview> | null {
  const [answer, setAnswer] = useState<Checked<CorpusPreview> | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const ask = async () => {
      const found = await previewCorpus({ project, files }, leaving.signal);
      if (!leaving.signal.aborted) setAnswer(found);
    };
    ask().catch((error: unknown) => {
      if (!leaving.signal.aborted) throw error;
    });
    return () => leaving.abort();
  }, [project, files]);
  return answer;
}
