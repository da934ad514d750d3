import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Highlighted } from '../../app/highlighted.tsx';
import { queries } from '../../app/server.ts';
import { DocumentRow } from './document-row.tsx';
import { NameField } from './name-field.tsx';
import { refreshLibrary } from './refresh.ts';
import { RowMenu } from './row-menu.tsx';
import type { Shelf } from './shelf.ts';
import styles from './shelf-section.module.css';
import { useArchive } from './use-archive.ts';
import { PLACE } from './use-file-drop.ts';

interface ShelfSectionProps {
  readonly shelf: Shelf;
  readonly query: string;
  /** True while files are held over it. */
  readonly isTarget: boolean;
  readonly onImport: () => void;
  /** The import form and the files on their way. */
  readonly children: ReactNode;
}

/** A project: its name, what can be done with it, and its documents on one spine. */
export function ShelfSection({ shelf, query, isTarget, onImport, children }: ShelfSectionProps) {
  const { t } = useTranslation();
  const { project, documents } = shelf;
  const importName = t('library.project.import', { name: project.name });
  return (
    <section
      className={styles.shelf}
      aria-labelledby={`project-${project.id}`}
      {...{ [PLACE]: project.id }}
      {...(isTarget && { 'data-target': t('library.import.dropHere', { name: project.name }) })}
    >
      <header className={styles.header}>
        <ProjectName shelf={shelf} query={query}>
          <Tooltip label={importName}>
            <ActionIcon aria-label={importName} onClick={onImport}>
              <IconPlus size={18} stroke={1.75} />
            </ActionIcon>
          </Tooltip>
        </ProjectName>
      </header>
      {children}
      {documents.length > 0 ? (
        <ul className={styles.documents}>
          {documents.map((document) => (
            <DocumentRow key={document.id} document={document} query={query} />
          ))}
        </ul>
      ) : (
        <p className={styles.empty}>{t('library.project.empty')}</p>
      )}
    </section>
  );
}

interface ProjectNameProps extends Pick<ShelfSectionProps, 'shelf' | 'query'> {
  readonly children: ReactNode;
}

function ProjectName({ shelf: { project }, query, children }: ProjectNameProps) {
  const { t } = useTranslation();
  const [isRenaming, setRenaming] = useState(false);
  const rename = useMutation(queries.project.rename.mutationOptions({ onSuccess: refreshLibrary }));
  const archive = useArchive();
  const { id, name, progress } = project;
  const menu = `actions-${id}`;
  return (
    <>
      <h2 id={`project-${id}`} className={styles.name}>
        {isRenaming ? (
          <NameField
            name={name}
            label={t('library.nameOf', { name })}
            onDone={(typed) => {
              setRenaming(false);
              if (typed !== null) rename.mutate({ id, name: typed });
            }}
            onReturn={() => document.getElementById(menu)?.focus()}
          />
        ) : (
          <bdi>
            <Highlighted text={rename.isPending ? rename.variables.name : name} query={query} />
          </bdi>
        )}
      </h2>
      <span className={styles.size}>
        {t('library.documents', { count: project.documents })} · {t('library.words', { count: progress.words })}
      </span>
      {children}
      <RowMenu
        id={menu}
        name={name}
        onRename={() => setRenaming(true)}
        onArchive={() => archive({ kind: 'project', id, name }, true)}
      />
    </>
  );
}
