import { useTranslation } from 'react-i18next';
import { confirmed } from '../../../shared/core/progress.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './progress-line.module.css';
import { useProgress } from './use-editor.ts';
import type { Work } from './use-timeline.ts';

/** How far the document is: a bar of what is reviewed and what is confirmed, and the same in words. */
export function ProgressLine({ work }: { readonly work: Work }) {
  const { t } = useTranslation();
  const progress = useProgress(work);
  const reviewed = progress.byStatus.reviewed + progress.byStatus.final;
  return (
    <div className={styles.progress}>
      <div className={styles.bar}>
        <ProgressBar progress={progress} />
      </div>
      <span>
        {t('workbench.progress.segments', { confirmed: confirmed(progress), total: progress.segments })} ·{' '}
        {t('workbench.progress.reviewed', { count: reviewed })} ·{' '}
        {t('workbench.progress.words', { count: progress.words })}
      </span>
    </div>
  );
}
