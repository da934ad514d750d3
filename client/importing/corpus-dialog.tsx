import { Button, Loader } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import type { TableColumns } from '../../shared/core/table-columns.ts';
import type { CorpusChoices, CorpusPreview, PreviewedSet } from '../../shared/wire/corpus-import.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useOneAtATime } from '../ui/use-one-at-a-time.ts';
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
  const [tables, setTables] = useState<Tables>({});
  const { answer, isAsking } = usePreview({ project, files }, tables);
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
        <CorpusForm
          order={{ project, files }}
          preview={answer.value}
          tables={tables}
          isAsking={isAsking}
          onTables={setTables}
          onBegun={onBegun}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

interface CorpusFormProps extends Pick<CorpusDialogProps, 'onBegun' | 'onClose'> {
  readonly order: CorpusOrder;
  readonly preview: CorpusPreview;
  /** How tables are read, where somebody has said it. */
  readonly tables: Tables;
  /** True while the preview is not of them. */
  readonly isAsking: boolean;
  readonly onTables: (tables: Tables) => void;
}

type Tables = NonNullable<CorpusChoices['tables']>;

function CorpusForm({ order, preview, tables, isAsking, onTables, onBegun, onClose }: CorpusFormProps) {
  const { t } = useTranslation();
  const { sets, labels, known } = preview;
  const [left, setLeft] = useState<readonly number[]>([]);
  const broken = sets.flatMap(({ problems }, index) => (problems.length > 0 ? [index] : []));
  const without = [...new Set([...left, ...broken])];
  const [chosen, setChosen] = useState<CorpusChoices['labels']>(() =>
    Object.fromEntries(labels.map(({ label, proposed }) => [label, proposed])),
  );
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const begin = useMutation({ mutationFn: () => beginCorpus(order, { labels: chosen, without, tables }) });
  const shown = shownOf(sets);
  const taken = sets.filter((_, index) => !without.includes(index));

  const bringIn = useOneAtATime(async () => {
    const begun = await begin.mutateAsync();
    if (!begun.ok) return setRefused(begun.problems);
    onBegun(begun.value.job);
    onClose();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    return bringIn();
  };
  return (
    <form className={styles.form} aria-label={t('importing.form')} onSubmit={submit}>
      {shown.map(({ set, index }) => (
        <SetSection
          key={index}
          set={withColumns(set, tables[index])}
          isTaken={!without.includes(index)}
          isOnly={sets.length === 1}
          onTake={(isTaken) => setLeft(isTaken ? left.filter((place) => place !== index) : [...left, index])}
          onColumns={(columns) => onTables({ ...tables, [index]: columns })}
        />
      ))}
      {shown.length < sets.length && (
        <p className={styles.more}>{t('importing.moreFiles', { count: sets.length - shown.length })}</p>
      )}
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
        <Button type="submit" loading={begin.isPending} disabled={taken.length === 0 || isAsking}>
          {t('importing.submit', { documents: t('importing.documents', { count: documentsIn(taken) }) })}
        </Button>
      </div>
    </form>
  );
}

/** Sets that are shown: thousands would take the browser long, and nobody reads them. */
const SHOWN = 60;

/** The first sets, and the first of those that cannot be brought in wherever they stand, each with its place. */
function shownOf(sets: readonly PreviewedSet[]): readonly { readonly set: PreviewedSet; readonly index: number }[] {
  const placed = sets.map((set, index) => ({ set, index }));
  const broken = placed.slice(SHOWN).filter(({ set }) => set.problems.length > 0);
  return [...placed.slice(0, SHOWN), ...broken.slice(0, SHOWN)];
}

function documentsIn(sets: readonly PreviewedSet[]): number {
  return sets.reduce((sum, { documentCount }) => sum + documentCount, 0);
}

/** A set whose table is shown as it was chosen, while the server still reads it so. */
function withColumns(set: PreviewedSet, columns: TableColumns | undefined): PreviewedSet {
  return columns && set.table ? { ...set, table: { ...set.table, columns } } : set;
}

/** What the files would become with their tables read so: asked anew when that changes; the last answer stays until the next is
 *  there, and is `null` before the first. */
function usePreview(
  { project, files }: CorpusOrder,
  tables: Tables,
): { readonly answer: Checked<CorpusPreview> | null; readonly isAsking: boolean } {
  const [last, setLast] = useState<{ readonly tables: Tables; readonly answer: Checked<CorpusPreview> } | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const ask = async () => {
      const found = await previewCorpus({ project, files }, tables, leaving.signal);
      if (!leaving.signal.aborted) setLast({ tables, answer: found });
    };
    ask().catch((error: unknown) => {
      if (!leaving.signal.aborted) throw error;
    });
    return () => leaving.abort();
  }, [project, files, tables]);
  return { answer: last?.answer ?? null, isAsking: last?.tables !== tables };
}
