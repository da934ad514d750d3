import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmed } from '../../../shared/core/progress.ts';
import { queries } from '../../platform/server.ts';
import { Highlighted } from '../../ui/highlighted.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { When } from '../../ui/when.tsx';
import styles from './document-row.module.css';
import { NameField } from './name-field.tsx';
import { refreshLibrary } from './refresh.ts';
import { RowMenu } from './row-menu.tsx';
import type { Document } from './shelf.ts';
import { standing } from './standing.ts';
import { useArchive } from './use-archive.ts';

interface DocumentRowProps {
  readonly document: Document;
  readonly query: string;
}

/** A document on its shelf: where it stands, its title, how far it is, when it changed. */
export function DocumentRow({ document, query }: DocumentRowProps) {
  const { t } = useTranslation();
  const [isRenaming, setRenaming] = useState(false);
  const rename = useMutation(queries.document.rename.mutationOptions({ onSuccess: refreshLibrary }));
  const archive = useArchive();
  const { id, title, progress, changedAt } = document;

  return (
    <li className={styles.row}>
      <span className={styles.node} data-standing={standing(progress)} />
      <div className={styles.name}>
        {isRenaming ? (
          <NameField
            name={title}
            label={t('library.nameOf', { name: title })}
            onDone={(name) => {
              setRenaming(false);
              if (name !== null) rename.mutate({ id, title: name });
            }}
            onReturn={() => window.document.getElementById(linkId(id))?.focus()}
          />
        ) : (
          <Link
            id={linkId(id)}
            to="/documents/$document"
            params={{ document: id }}
            onKeyDown={({ code }) => code === 'F2' && setRenaming(true)}
          >
            <bdi>
              <Highlighted text={rename.isPending ? rename.variables.title : title} query={query} />
            </bdi>
          </Link>
        )}
        <span className={styles.size}>
          {t('library.segments', { count: progress.segments })} · {t('library.words', { count: progress.words })}
        </span>
      </div>
      <div className={styles.progress}>
        <ProgressBar progress={progress} />
        <span>
          {confirmed(progress) === 0
            ? t('library.untouched')
            : t('library.progress', {
                confirmed: confirmed(progress),
                count: progress.segments,
                reviewed: progress.byStatus.reviewed + progress.byStatus.final,
              })}
        </span>
      </div>
      <When at={changedAt} />
      <RowMenu
        id={`actions-${id}`}
        name={title}
        onRename={() => setRenaming(true)}
        onArchive={() => archive({ kind: 'document', id, name: title }, true)}
      />
    </li>
  );
}

/** The id of the link to a document. */
export function linkId(document: string): string {
  return `document-${document}`;
}
