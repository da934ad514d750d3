import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../platform/server.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useMaking } from './query.ts';
import { ReleaseDetail } from './release-detail.tsx';
import { ReleaseList } from './release-list.tsx';
import styles from './releases.module.css';

interface Wanted {
  readonly release: string | null;
  readonly before: string | null;
}

interface OpenReleasesProps {
  readonly project: string;
  /** The release that is shown; the newest one where it is `null`. */
  readonly chosen: string | null;
  /** The release that it is compared with. */
  readonly before: string | null;
  readonly onWant: (wanted: Wanted) => void;
}

/** The releases of a project beside the one that is looked at. */
export function OpenReleases({ project, chosen, before, onWant }: OpenReleasesProps) {
  const { t } = useTranslation();
  const listed = useQuery(queries.release.list.queryOptions({ project }));
  const making = useMaking(project);
  const releases = listed.data ?? [];
  const shown = releases.find(({ id }) => id === chosen) ?? releases[0];
  const isEmpty = listed.isSuccess && releases.length === 0;
  return (
    <div className={styles.page}>
      <aside className={styles.listing}>
        <p className={styles.counted} aria-live="polite">
          {listed.isSuccess && t('releases.count', { count: releases.length })}
        </p>
        {making.open.map((job) => (
          <p key={job.id} className={styles.making}>
            <span>{t('releases.making', { name: job.about })}</span>
            <progress max={1} value={job.share} aria-label={t('releases.making', { name: job.about })} />
          </p>
        ))}
        {making.failed.map((job) => (
          <div key={job.id} role="alert" className={styles.failed}>
            <p>{t('releases.failed', { name: job.about })}</p>
            <ProblemList problems={job.problems} />
          </div>
        ))}
        <ReleaseList
          releases={releases}
          shown={shown?.id ?? null}
          onChoose={(release) => onWant({ release, before: null })}
        />
      </aside>
      <div className={styles.beside}>
        {listed.error && <Trouble error={listed.error} retry={() => void listed.refetch()} />}
        {isEmpty && (
          <div className={styles.empty}>
            <h2>{t('releases.empty.title')}</h2>
            <p>{t('releases.empty.text')}</p>
          </div>
        )}
        {shown && (
          <ReleaseDetail
            key={shown.id}
            release={shown}
            others={releases.filter(({ id }) => id !== shown.id)}
            before={releases.find(({ id }) => id === before) ?? null}
            onCompare={(other) => onWant({ release: shown.id, before: other })}
            onRemoved={() => onWant({ release: null, before: null })}
            project={project}
          />
        )}
      </div>
    </div>
  );
}
