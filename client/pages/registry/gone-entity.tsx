import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { titleOf } from '../../../shared/names/entity/entity.ts';
import { queries } from '../../platform/server.ts';
import { LabelTag } from '../../ui/label-tag.tsx';
import styles from './detail.module.css';
import { Revisions } from './revisions.tsx';

interface GoneEntityProps {
  readonly project: string;
  readonly id: string;
  readonly labels: readonly Label[];
  /** What stands here for an entity that never was. */
  readonly children: ReactNode;
}

/** An entity that was deleted or merged into another one: its history, from which that is taken back. Nothing for one that is
 *  there. */
export function GoneEntity({ project, id, labels, children }: GoneEntityProps) {
  const { t } = useTranslation();
  const history = useQuery(queries.entity.history.queryOptions({ project, id }, { retry: false }));
  if (history.error) return children;
  const [last] = history.data?.revisions ?? [];
  if (last?.cause !== 'removed' && last?.cause !== 'undone') return null;
  return (
    <article className={styles.detail} aria-labelledby="gone-title">
      <header className={styles.head}>
        <h2 id="gone-title" className={styles.title}>
          <bdi>{titleOf(last.record)}</bdi>
        </h2>
        <LabelTag label={last.record.label} labels={labels} />
      </header>
      <p className={styles.gone}>{t('registry.gone')}</p>
      <Revisions project={project} id={id} />
    </article>
  );
}
