import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmed } from '../../../shared/core/progress.ts';
import { queries } from '../../platform/server.ts';
import { Highlighted } from '../../ui/highlighted.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { When } from '../../ui/when.tsx';
import { DocumentMenu } from './document-menu.tsx';
import styles from './document-row.module.css';
import { linkId } from './link-id.ts';
import { NameField } from './name-field.tsx';
import { refreshLibrary } from './refresh.ts';
import type { Document, Project } from './shelf.ts';
import { standing } from './standing.ts';

interface DocumentRowProps {
  readonly document: Document;
  readonly project: Project;
  readonly query: string;
  /** True while a file is held over it. */
  readonly isTarget: boolean;
}

/** A document on its shelf: where it stands, its title, how far it is, when it changed. */
export function DocumentRow({ document, project, query, isTarget }: DocumentRowProps) {
  const { t } = useTranslation();
  const [isRenaming, setRenaming] = useState(false);
  const rename = useMutation(queries.document.rename.mutationOptions({ onSuccess: refreshLibrary }));
  const { id, title, progress, changedAt } = document;

  return (
    <li
      className={styles.row}
      data-document={id}
      data-target={isTarget ? t('pairing.dropEnglish', { name: title }) : undefined}
    >
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
      <DocumentMenu document={document} project={project} onRename={() => setRenaming(true)} />
    </li>
  );
}
