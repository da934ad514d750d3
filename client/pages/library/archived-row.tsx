import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Highlighted } from '../../ui/highlighted.tsx';
import { When } from '../../ui/when.tsx';
import styles from './archived-row.module.css';
import { RemoveDialog } from './remove-dialog.tsx';
import { type Archivable, useArchive } from './use-archive.ts';

interface ArchivedRowProps {
  readonly thing: Archivable;
  /** What it is and how large. */
  readonly size: string;
  readonly archivedAt: number | null;
  readonly query: string;
}

/** A project or document in the archive. */
export function ArchivedRow({ thing, size, archivedAt, query }: ArchivedRowProps) {
  const { t } = useTranslation();
  const archive = useArchive();
  const [isRemoving, setRemoving] = useState(false);
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <bdi>
          <Highlighted text={thing.name} query={query} />
        </bdi>
        <span className={styles.size}>{size}</span>
      </div>
      {archivedAt !== null && <When at={archivedAt} />}
      {thing.kind === 'document' && (
        <Button
          variant="subtle"
          color="red"
          size="compact-md"
          aria-label={`${t('library.remove.open')}: ${thing.name}`}
          onClick={() => setRemoving(true)}
        >
          {t('library.remove.open')}
        </Button>
      )}
      {isRemoving && <RemoveDialog document={thing} onClose={() => setRemoving(false)} />}
      <Button
        className={styles.takeBack ?? ''}
        variant="default"
        size="compact-md"
        aria-label={`${t('library.takeBack')}: ${thing.name}`}
        onClick={() => archive(thing, false)}
      >
        {t('library.takeBack')}
      </Button>
    </li>
  );
}
