import { useTranslation } from 'react-i18next';
import { confirmed, noProgress, sum } from '../../../shared/core/progress.ts';
import { KeyHint } from '../../keys/key-hint.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './page.module.css';
import type { Project } from './shelf.ts';

/** How far everything together is, and the keys that matter here. */
export function LibraryFooter({ projects }: { readonly projects: readonly Project[] }) {
  const { t } = useTranslation();
  const progress = projects.reduce((total, project) => sum(total, project.progress), noProgress);
  return (
    <>
      {progress.segments > 0 && (
        <>
          <div className={styles.bar}>
            <ProgressBar progress={progress} />
          </div>
          <span className={styles.summary}>
            {t('library.progress', {
              confirmed: confirmed(progress),
              count: progress.segments,
              reviewed: progress.byStatus.reviewed + progress.byStatus.final,
            })}
          </span>
        </>
      )}
      <span className={styles.space} />
      <KeyHint commands={['library.import']} label={t('library.hint.import')} />
      <KeyHint commands={['library.pair']} label={t('library.hint.pair')} />
      <KeyHint commands={['app.palette']} label={t('library.hint.commands')} />
      <KeyHint commands={['app.keys']} label={t('library.hint.keys')} />
    </>
  );
}
