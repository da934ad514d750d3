import { useQuery } from '@tanstack/react-query';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { titleOf } from '../../../shared/names/entity/entity.ts';
import { usePreferences } from '../../platform/preferences.ts';
import { queries } from '../../platform/server.ts';
import { formatMoment } from '../../ui/format.ts';
import { LabelTag } from '../../ui/label-tag.tsx';
import { BringBack } from './bring-back.tsx';
import styles from './detail.module.css';
import { Revisions } from './revisions.tsx';
import { useDeletedBy } from './use-deleted-by.ts';

interface GoneEntityProps {
  readonly project: string;
  readonly id: string;
  readonly labels: readonly Label[];
  readonly back: RefObject<HTMLButtonElement | null>;
  /** Bringing it back was asked for. */
  readonly onBack: () => void;
  /** What stands here for an entity that never was. */
  readonly children: ReactNode;
}

/** An entity that was deleted or merged into another one: who did it and when, its history, and the way back. Nothing for one that is
 *  there. */
export function GoneEntity({ project, id, labels, back, onBack, children }: GoneEntityProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const { by } = useDeletedBy();
  const history = useQuery(queries.entity.history.queryOptions({ project, id }, { retry: false }));
  if (history.error) return children;
  const [last] = history.data?.revisions ?? [];
  if (last?.cause !== 'removed' && last?.cause !== 'undone') return null;
  const act = history.data?.acts.find(({ job }) => job === last.job);
  return (
    <article className={styles.detail} aria-labelledby="gone-title">
      <header className={styles.head}>
        <h2 id="gone-title" className={styles.title}>
          <bdi>{titleOf(last.record)}</bdi>
        </h2>
        <LabelTag label={last.record.label} labels={labels} />
        <span className={styles.space} />
        <BringBack project={project} id={id} name={titleOf(last.record)} button={back} onBack={onBack} />
      </header>
      {act?.kind === 'remove' && (
        <p>
          {by(last.person, formatMoment(last.at, language))} ·{' '}
          {t('registry.deleted.had', { mentions: t('registry.mentions', { count: act.mentions }) })}
        </p>
      )}
      <p className={styles.gone}>{t('registry.gone')}</p>
      <Revisions project={project} id={id} />
    </article>
  );
}
