import { Anchor, Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bands } from '../../../shared/core/bands.ts';
import { nameOfMachine } from '../../../shared/core/machine.ts';
import { isOpen, type Job } from '../../jobs/query.ts';
import { useMachine } from '../../panels/matches/suggestion.ts';
import { queries } from '../../platform/server.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import styles from './memories.module.css';

const none = { segments: 0, words: 0 };

/** How often a job is looked at, in milliseconds. */
const WATCHING = 500;
/** What most take: the same text, and the same but for its numbers or how it is typed. */
const USUAL = 95;

/** Counts by bands what there is to translate, and fills from the memories what nobody has translated. */
export function Counting({ project }: { readonly project: string }) {
  const { t } = useTranslation();
  const machine = useMachine(project);
  const documents = useQuery(queries.document.list.queryOptions({ project }));
  const [document, setDocument] = useState('');
  const [threshold, setThreshold] = useState(USUAL);
  const [hasTicked, setTicked] = useState(false);
  const [job, setJob] = useState<string | null>(null);
  const onSuccess = (begun: { readonly job: string | null }) => setJob(begun.job);
  const analyse = useMutation(queries.memory.analyse.mutationOptions({ onSuccess }));
  const fill = useMutation(queries.memory.preTranslate.mutationOptions({ onSuccess }));
  const running = useJob(job);
  const isBusy = analyse.isPending || fill.isPending || (running !== undefined && isOpen(running));
  const place = { project, document: document === '' ? null : document };
  const filling = { threshold, isByMachine: hasTicked && machine !== null };
  const isOff = isBusy || threshold < 50 || threshold > 102;
  return (
    <section className={styles.bring}>
      <h2 className={styles.heading}>{t('matches.count.title')}</h2>
      <p className={styles.intro}>{t('matches.count.intro')}</p>
      <div className={styles.form}>
        <NativeSelect
          label={t('matches.count.document')}
          value={document}
          onChange={({ target }) => setDocument(target.value)}
          data={[
            { value: '', label: t('matches.count.all') },
            ...(documents.data ?? []).map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <Button variant="default" disabled={isBusy} onClick={() => analyse.mutate(place)}>
          {t('matches.count.begin')}
        </Button>
        <NumberField
          label={t('matches.count.threshold')}
          value={threshold}
          min={50}
          max={102}
          allowDecimal={false}
          className={styles.points ?? ''}
          onChange={(value) => setThreshold(typeof value === 'number' ? value : USUAL)}
        />
        <Button variant="default" disabled={isOff} onClick={() => analyse.mutate({ ...place, filling })}>
          {t('matches.count.dryRun')}
        </Button>
        <Button disabled={isOff} onClick={() => fill.mutate({ ...place, ...filling })}>
          {t('matches.count.fill')}
        </Button>
      </div>
      {machine && (
        <div className={styles.sent}>
          <Checkbox
            label={t('matches.count.byMachine', { machine: nameOfMachine(machine) })}
            description={t(`machine.sentAll.${machine.kind}`, { address: machine.address })}
            checked={hasTicked}
            onChange={({ target }) => setTicked(target.checked)}
          />
        </div>
      )}
      <div role="status" className={styles.outcome}>
        {running && <Came job={running} />}
      </div>
    </section>
  );
}

function useJob(id: string | null): Job | undefined {
  const { data } = useQuery(
    queries.job.open.queryOptions(
      { id: id ?? '' },
      {
        enabled: id !== null,
        refetchInterval: ({ state }) => (state.data && !isOpen(state.data) ? false : WATCHING),
      },
    ),
  );
  return data;
}

/** How far it is, and what came of it. */
function Came({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const undo = useMutation(queries.job.undo.mutationOptions());
  const cancel = useMutation(queries.job.cancel.mutationOptions());
  if (isOpen(job)) {
    return (
      <p>
        {t('matches.count.share', { share: job.share })}{' '}
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={cancel.isPending}
          onClick={() => cancel.mutate({ id: job.id })}
        >
          {t('app.cancel')}
        </Button>
      </p>
    );
  }
  if (job.state !== 'done') {
    return (
      <>
        <p>{t('matches.count.notDone')}</p>
        <ProblemList problems={job.problems} />
      </>
    );
  }
  if (job.analysis === null) {
    return undo.isSuccess ? (
      <p>{t('matches.count.undone')}</p>
    ) : (
      <p>
        <Filled filled={job.filled} />{' '}
        <Button variant="subtle" size="compact-sm" loading={undo.isPending} onClick={() => undo.mutate({ id: job.id })}>
          {t('app.undo')}
        </Button>
      </p>
    );
  }
  return <Bands job={job} />;
}

/** How much was filled, and by what. */
function Filled({ filled }: Pick<Job, 'filled'>) {
  const { t } = useTranslation();
  const { memory, machine, unanswered, trouble } = filled ?? { memory: 0, machine: 0, unanswered: 0, trouble: null };
  return (
    <>
      {t('matches.count.filled')} {t('matches.count.byMemory', { count: memory })}
      {machine > 0 && ` ${t('matches.count.bySaid', { count: machine })}`}
      {unanswered > 0 && ` ${t('matches.count.unanswered', { count: unanswered })}`}
      {trouble !== null && ` ${t(`machine.trouble.${trouble}`)}`}
    </>
  );
}

function Bands({ job }: { readonly job: Job }) {
  const { t } = useTranslation();
  const analysis = job.analysis ?? [];
  const isFilling = analysis.some(({ filling }) => filling !== null);
  const sum = (count: (one: (typeof analysis)[number]) => { readonly segments: number; readonly words: number }) =>
    analysis
      .map(count)
      .reduce((all, { segments, words }) => ({ segments: all.segments + segments, words: all.words + words }), {
        segments: 0,
        words: 0,
      });
  const rows = [
    ...(isFilling
      ? []
      : ([
          ['confirmed', sum(({ confirmed }) => confirmed)],
          ['repeated', sum(({ repeated }) => repeated)],
        ] as const)),
    ...bands.map((band) => [band, sum((one) => one.bands[band])] as const),
    ...(isFilling
      ? ([
          ['machine', sum(({ filling }) => filling?.machine ?? none)],
          ['left', sum(({ filling }) => filling?.left ?? none)],
        ] as const)
      : []),
  ] as const;
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>{t('matches.count.counted', { count: analysis.length })}</caption>
        <thead>
          <tr>
            {(['band', 'segments', 'words'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`matches.count.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([band, { segments, words }]) => (
            <tr key={band}>
              <th scope="row">{t(`matches.count.bands.${band}`)}</th>
              <td className={styles.number}>{t('workbench.panel.count', { count: segments })}</td>
              <td className={styles.number}>{t('workbench.panel.count', { count: words })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Anchor href={`/analysis.csv?job=${encodeURIComponent(job.id)}`} download>
        {t('matches.count.csv')}
      </Anchor>
    </>
  );
}
