import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../panels/entities/query.ts';
import { queries } from '../../platform/server.ts';
import { Moment } from '../../ui/moment.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { Difference } from './difference.tsx';
import type { Release } from './query.ts';
import { ReleaseActions } from './release-actions.tsx';
import { ReleaseParts } from './release-parts.tsx';
import styles from './releases.module.css';
import { StatisticsTables } from './statistics-tables.tsx';

interface ReleaseDetailProps {
  readonly project: string;
  readonly release: Release;
  readonly others: readonly Release[];
  /** The release that it is compared with. */
  readonly before: Release | null;
  readonly onCompare: (release: string | null) => void;
  readonly onRemoved: () => void;
}

/** One release: what can be done with it, what it holds, and how it differs from another. */
export function ReleaseDetail({ project, release, others, before, onCompare, onRemoved }: ReleaseDetailProps) {
  const { t } = useTranslation();
  const labels = useLabels(project);
  const opened = useQuery(
    queries.release.open.queryOptions({ id: release.id }, { staleTime: Number.POSITIVE_INFINITY }),
  );
  const { id, name, at, size, sha256 } = release;
  return (
    <article aria-labelledby={`release-${id}`}>
      <header className={styles.head}>
        <h2 id={`release-${id}`}>
          <bdi>{name}</bdi>
        </h2>
        <p className={styles.facts}>
          <Moment at={at} /> · {t('releases.size', { size: Math.ceil(size / 1000) })}
          {opened.data && ` · ${t('releases.madeWith', { version: opened.data.manifest.recipe.tool })}`}
        </p>
        <p className={styles.facts}>
          {t('releases.hash')}: <code dir="ltr">{sha256}</code>
        </p>
      </header>
      <ReleaseActions release={release} onRemoved={onRemoved} />
      <StatisticsTables release={release} splits={opened.data?.manifest.splits} labels={labels} />
      {others.length > 0 && (
        <section className={styles.section}>
          <Select
            label={t('releases.compare')}
            data={others.map((other) => ({ value: other.id, label: other.name }))}
            value={before?.id ?? null}
            onChange={onCompare}
            clearable
            maw={280}
          />
          {before && <Difference before={before} after={release} />}
        </section>
      )}
      {opened.error && <Trouble error={opened.error} retry={() => void opened.refetch()} />}
      {opened.data && <ReleaseParts release={opened.data} />}
    </article>
  );
}
