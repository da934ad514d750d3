import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { withJobsShown } from '../../jobs/query.ts';
import { refreshEntities } from '../../panels/entities/query.ts';
import { queries } from '../../platform/server.ts';
import styles from './rename.module.css';
import type { RenamedIn, Renaming } from './renaming.ts';

interface RenameResultProps {
  readonly renaming: Renaming;
  readonly onRenaming: (next: (now: Renaming | null) => Renaming | null) => void;
}

/** A piece of the renaming, as it was written down: a document, or the record. */
interface Piece {
  readonly document: string | null;
}

/** What a renaming did, document by document, each to be taken back alone, or all with the record. What others have written
 *  since stays, and is told. */
export function RenameResult({ renaming, onRenaming }: RenameResultProps) {
  const { t } = useTranslation();
  const { job, documents, record } = renaming;
  const revert = useMutation(queries.timeline.revert.mutationOptions());
  const undoJob = useMutation(queries.job.undo.mutationOptions({ onSettled: refreshEntities }));
  const isBusy = revert.isPending || undoJob.isPending;
  const open = documents.filter((one) => one.change !== null && !one.reverted);
  const written = documents.reduce((sum, one) => sum + one.written, 0);

  const undo = async (chosen: readonly RenamedIn[]) => {
    for (const { document, change } of chosen) {
      if (!change) continue;
      const reverted = await revert.mutateAsync(change);
      onRenaming(
        (now) =>
          now && {
            ...now,
            documents: now.documents.map((one) => (one.document === document ? { ...one, reverted } : one)),
          },
      );
    }
  };
  const undoAll = async () => {
    const { pieces } = await withJobsShown(undoJob.mutateAsync({ id: job }));
    const outcomes = new Map(pieces.map(({ piece, outcome }) => [(piece as Piece).document, outcome]));
    const said = outcomes.get(null) as { readonly record?: Renaming['record'] } | undefined;
    onRenaming(
      (now) =>
        now && {
          ...now,
          record: said?.record ?? 'stays',
          documents: now.documents.map((one) => {
            const reverted = outcomes.get(one.document) as RenamedIn['reverted'] | null | undefined;
            return one.reverted || !reverted ? one : { ...one, reverted };
          }),
        },
    );
  };

  return (
    <section className={styles.result} aria-label={t('registry.rename.result')}>
      <p role="status">
        {t('registry.rename.done', {
          places: t('registry.rename.places', { count: written }),
          documents: t('library.documents', { count: documents.filter((one) => one.written > 0).length }),
        })}{' '}
        {record && t(`registry.rename.record.${record}`)}
      </p>
      <ul className={styles.places}>
        {documents.map((one) => (
          <li key={one.document} className={styles.renamed}>
            <Link to="/documents/$document" params={{ document: one.document }}>
              <bdi>{one.title}</bdi>
            </Link>
            <span className={styles.said}>
              <Said {...one} />
            </span>
            {open.includes(one) && (
              <Button
                variant="subtle"
                size="compact-sm"
                disabled={isBusy}
                aria-label={t('registry.rename.undoIn', { title: one.title })}
                onClick={() => void undo([one])}
              >
                {t('app.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onRenaming(() => null)}>
          {t('app.close')}
        </Button>
        {!record && (
          <Button variant="default" size="compact-sm" loading={isBusy} onClick={() => void undoAll()}>
            {t('registry.rename.undoAll')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Said({ written, left, reverted }: RenamedIn) {
  const { t } = useTranslation();
  if (reverted) return t(`registry.rename.back.${reverted.outcome}`, { count: reverted.left });
  const places = t('registry.rename.places', { count: written });
  return left === 0 ? places : `${places}${t('registry.comma')}${t('registry.rename.left', { count: left })}`;
}
