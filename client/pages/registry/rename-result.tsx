import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, queries } from '../../app/server.ts';
import { refreshEntities } from '../../panels/entities-query.ts';
import styles from './rename.module.css';
import type { RenamedIn, Renaming } from './renaming.ts';

type Reverted = Answers['timeline']['revert'];

interface RenameResultProps {
  readonly project: string;
  readonly renaming: Renaming;
  readonly onClose: () => void;
}

/** What a renaming did, document by document, each to be taken back alone, or all with the record. What others have written
 *  since stays, and is told. */
export function RenameResult({ project, renaming, onClose }: RenameResultProps) {
  const { t } = useTranslation();
  const { entity, before, revision, documents } = renaming;
  const [reverted, setReverted] = useState<ReadonlyMap<string, Reverted>>(new Map());
  const [record, setRecord] = useState<'back' | 'stays' | null>(null);
  const revert = useMutation(queries.timeline.revert.mutationOptions());
  const change = useMutation(queries.entity.change.mutationOptions());
  const isBusy = revert.isPending || change.isPending;
  const open = documents.filter((one) => one.change !== null && !reverted.has(one.document));
  const written = documents.reduce((sum, one) => sum + one.written, 0);

  const undo = async (chosen: readonly RenamedIn[]) => {
    for (const one of chosen) {
      if (!one.change) continue;
      const answer = await revert.mutateAsync(one.change);
      setReverted((known) => new Map(known).set(one.document, answer));
    }
  };
  const undoAll = async () => {
    await undo(open);
    const answer = await change.mutateAsync({ project, id: entity, revision, record: before });
    setRecord(answer.ok ? 'back' : 'stays');
    await refreshEntities();
  };

  return (
    <section className={styles.result} aria-label={t('registry.rename.result')}>
      <p role="status">
        {t('registry.rename.done', {
          places: t('registry.rename.places', { count: written }),
          documents: t('library.documents', { count: documents.filter((one) => one.written > 0).length }),
        })}{' '}
        {record !== null && t(`registry.rename.record.${record}`)}
      </p>
      <ul className={styles.places}>
        {documents.map((one) => (
          <li key={one.document} className={styles.renamed}>
            <Link to="/documents/$document" params={{ document: one.document }}>
              <bdi>{one.title}</bdi>
            </Link>
            <span className={styles.said}>
              <Said renamed={one} reverted={reverted.get(one.document)} />
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
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onClose}>
          {t('app.close')}
        </Button>
        {record === null && (
          <Button variant="default" size="compact-sm" loading={isBusy} onClick={() => void undoAll()}>
            {t('registry.rename.undoAll')}
          </Button>
        )}
      </div>
    </section>
  );
}

interface SaidProps {
  readonly renamed: RenamedIn;
  readonly reverted: Reverted | undefined;
}

function Said({ renamed: { written, left }, reverted }: SaidProps) {
  const { t } = useTranslation();
  if (reverted) return t(`registry.rename.back.${reverted.outcome}`, { count: reverted.left });
  const places = t('registry.rename.places', { count: written });
  return left === 0 ? places : `${places}${t('registry.comma')}${t('registry.rename.left', { count: left })}`;
}
