import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { columnNames, type TableColumns } from '../../shared/core/table-columns.ts';
import type { PreviewedSet } from '../../shared/wire/corpus-import.ts';
import { ColumnChoices } from '../ui/column-choices.tsx';
import { formatName } from './format-name.ts';
import { PlacedProblems } from './placed-problems.tsx';
import styles from './set-section.module.css';

interface SetSectionProps {
  readonly set: PreviewedSet;
  readonly isTaken: boolean;
  /** True where there is nothing to choose from. */
  readonly isOnly: boolean;
  readonly onTake: (isTaken: boolean) => void;
  readonly onColumns: (columns: TableColumns) => void;
}

/** Documents of a set that are named. */
const NAMED = 8;

/** What became of a file, or of several that belong together, as it was read: what it is, how much there is in it, what is to be known,
 *  and its first rows. */
export function SetSection({ set, isTaken, isOnly, onTake, onColumns }: SetSectionProps) {
  const { t } = useTranslation();
  const id = useId();
  const { names, format, documents, documentCount, sample, table, warnings, problems } = set;
  const isBroken = problems.length > 0;
  const twins = documents.filter(({ twin }) => twin !== null);
  return (
    <section className={styles.set} aria-labelledby={id} data-left={!isTaken || undefined}>
      <header className={styles.head}>
        {!isOnly && (
          <Checkbox
            checked={isTaken}
            disabled={isBroken}
            aria-labelledby={id}
            onChange={({ target }) => onTake(target.checked)}
          />
        )}
        <h3 id={id} className={styles.name}>
          {names.map((name) => (
            <bdi key={name}>{name}</bdi>
          ))}
        </h3>
        <span className={styles.format}>{formatName(t, format)}</span>
      </header>
      {table && <ColumnChoices table={table} names={columnNames} onChoose={onColumns} />}
      {isBroken ? (
        <div className={styles.problems} role="alert">
          <p>{t('importing.broken')}</p>
          <PlacedProblems problems={problems} />
        </div>
      ) : (
        <>
          <Counts set={set} />
          {documentCount > 1 && (
            <p className={styles.documents}>
              {documents.slice(0, NAMED).map(({ title, rows }) => (
                <span key={title + rows}>
                  <bdi>{title}</bdi> ({t('importing.rows', { count: rows })})
                </span>
              ))}
              {documentCount > NAMED && <span>{t('importing.more', { count: documentCount - NAMED })}</span>}
            </p>
          )}
          {twins.length > 0 && (
            <ul className={styles.twins}>
              {twins.slice(0, NAMED).map(({ title, twin }) => (
                <li key={title}>{t('importing.twin', { name: title, twin: twin ?? '' })}</li>
              ))}
              {twins.length > NAMED && <li>{t('importing.more', { count: twins.length - NAMED })}</li>}
            </ul>
          )}
          {warnings.map(({ first, more }) => (
            <div key={first.rule} className={styles.warning}>
              <PlacedProblems problems={[first]} areNotes />
              {more > 0 && <span>{t('importing.again', { count: more })}</span>}
            </div>
          ))}
          <Sample rows={sample} />
        </>
      )}
    </section>
  );
}

/** How many documents and rows there are, which sides they have, and what is marked in them. */
function Counts({ set: { counts, documentCount } }: Pick<SetSectionProps, 'set'>) {
  const { t } = useTranslation();
  const { both, persianOnly, englishOnly, mentions, links } = counts;
  const parts = [
    t('importing.documents', { count: documentCount }),
    t('importing.rows', { count: both + persianOnly + englishOnly }),
    t('importing.persian', { count: both + persianOnly }),
    t('importing.english', { count: both + englishOnly }),
    ...(mentions > 0 ? [t('importing.mentions', { count: mentions })] : []),
    ...(links > 0 ? [t('importing.links', { count: links })] : []),
  ];
  return <p className={styles.counts}>{parts.join(' · ')}</p>;
}

function Sample({ rows }: { readonly rows: PreviewedSet['sample'] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <ol className={styles.rows} aria-label={t('importing.sample')}>
      {rows.map(({ fa, en }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
        <li key={index} className={styles.row}>
          <p lang="fa" dir="rtl" className={styles.source}>
            {fa}
          </p>
          <p lang="en" dir="ltr" className={styles.rendering}>
            {en}
          </p>
        </li>
      ))}
    </ol>
  );
}
