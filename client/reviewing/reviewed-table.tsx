import { useTranslation } from 'react-i18next';
import type { ReviewChange, ReviewedDocument } from '../../shared/wire/review.ts';
import { ProblemList } from '../ui/problem-list.tsx';
import styles from './reviewed-table.module.css';

/** Rows that are shown of one document. */
const SHOWN = 200;

/** What a review changes in one document: each row with what it reads here and in the file, and the rows that are not taken. */
export function ReviewedTable({ reviewed }: { readonly reviewed: ReviewedDocument }) {
  const { t } = useTranslation();
  const { document, title, changes, unchanged, refused } = reviewed;
  const id = `reviewed-${document}`;
  return (
    <section className={styles.document} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        <bdi>{title}</bdi>
      </h3>
      <p className={styles.counts}>
        {t('reviewing.changed', { count: changes.length })} · {t('reviewing.unchanged', { count: unchanged })}
      </p>
      {refused.length > 0 && (
        <div className={styles.refused} role="alert">
          <ProblemList problems={refused.slice(0, SHOWN)} />
        </div>
      )}
      {changes.length > 0 && (
        <ol className={styles.rows} aria-label={t('reviewing.rows')}>
          {changes.slice(0, SHOWN).map((change) => (
            <ChangedRow key={change.segment} change={change} />
          ))}
        </ol>
      )}
      {changes.length > SHOWN && <p>{t('importing.more', { count: changes.length - SHOWN })}</p>}
    </section>
  );
}

function ChangedRow({ change: { row, fa, before, after, isContested } }: { readonly change: ReviewChange }) {
  const { t } = useTranslation();
  return (
    <li className={styles.row} data-contested={isContested || undefined}>
      <p lang="fa" dir="rtl" className={styles.source}>
        {fa}
      </p>
      <div lang="en" dir="ltr" className={styles.rendering}>
        {before.en !== after.en && before.en !== '' && <del>{before.en}</del>}
        {before.en === after.en ? <p>{after.en}</p> : <ins>{after.en}</ins>}
      </div>
      <p className={styles.told}>
        <span>{t('reviewing.row', { row })}</span>
        {before.status !== after.status && (
          <span>
            {t('reviewing.state', {
              before: t(`workbench.status.${before.status}`),
              after: t(`workbench.status.${after.status}`),
            })}
          </span>
        )}
        {isContested && <span className={styles.contested}>{t('reviewing.isContested')}</span>}
      </p>
    </li>
  );
}
