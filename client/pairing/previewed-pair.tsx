import { useTranslation } from 'react-i18next';
import type { PairPreview } from '../../shared/core/pair-preview.ts';
import { ProblemList } from '../ui/problem-list.tsx';
import styles from './previewed-pair.module.css';

interface PreviewedPairProps {
  /** `null` before anything is known. */
  readonly preview: PairPreview | null;
  readonly isAsking: boolean;
}

/** How much there is on both sides, what is to be known of it, and the first rows as they would stand. */
export function PreviewedPair({ preview, isAsking }: PreviewedPairProps) {
  const { t } = useTranslation();
  if (!preview) return <p className={styles.nothing}>{t(isAsking ? 'pairing.looking' : 'pairing.nothing')}</p>;
  const { shape, units, rows, remarks } = preview;
  return (
    <div className={styles.preview} data-asking={isAsking || undefined}>
      <p className={styles.counts}>
        {t(`pairing.found.${shape}`)} · {t('pairing.persian', { count: units.source })} ·{' '}
        {t('pairing.english', { count: units.target })}
      </p>
      {remarks.length > 0 && <ProblemList problems={remarks} areNotes />}
      <ol className={styles.rows} aria-label={t('pairing.rows')}>
        {rows.map(({ source, rendering }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
          <li key={index} className={styles.row}>
            <p lang="fa" dir="rtl" className={styles.source}>
              {source || <Missing side="source" />}
            </p>
            <p lang="en" dir="ltr" className={styles.rendering}>
              {rendering || <Missing side="target" />}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Missing({ side }: { readonly side: 'source' | 'target' }) {
  const { t, i18n } = useTranslation();
  return (
    <span className={styles.missing} lang={i18n.language}>
      {t(`pairing.missing.${side}`)}
    </span>
  );
}
