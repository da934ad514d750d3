import { confirmed, type Progress } from '../../shared/core/progress.ts';
import styles from './progress-bar.module.css';

/** How far a text is: reviewed segments full, confirmed ones pale. Whoever shows it says the same in words beside it. */
export function ProgressBar({ progress }: { readonly progress: Progress }) {
  const reviewed = progress.byStatus.reviewed + progress.byStatus.final;
  const share = (count: number) => ({ inlineSize: `${(100 * count) / Math.max(1, progress.segments)}%` });
  return (
    <div className={styles.bar} aria-hidden="true">
      <div className={styles.reviewed} style={share(reviewed)} />
      <div className={styles.confirmed} style={share(confirmed(progress) - reviewed)} />
    </div>
  );
}
