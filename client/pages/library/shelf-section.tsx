import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentRow } from './document-row.tsx';
import type { Shelf } from './shelf.ts';
import { ShelfHeader } from './shelf-header.tsx';
import styles from './shelf-section.module.css';

interface ShelfSectionProps {
  readonly shelf: Shelf;
  readonly query: string;
  /** True while files are held over it. */
  readonly isTarget: boolean;
  /** The document over which a file is held. */
  readonly target: string | null;
  readonly onImport: () => void;
  /** The import form and the files on their way. */
  readonly children: ReactNode;
}

/** A project and its documents on one spine. */
export function ShelfSection({ shelf, query, isTarget, target, onImport, children }: ShelfSectionProps) {
  const { t } = useTranslation();
  const { project, documents } = shelf;
  const name = `project-${project.id}`;
  return (
    <section
      className={styles.shelf}
      aria-labelledby={name}
      data-project={project.id}
      data-target={isTarget ? t('library.import.dropHere', { name: project.name }) : undefined}
    >
      <ShelfHeader id={name} project={project} query={query} onImport={onImport} />
      {children}
      {documents.length > 0 ? (
        <ul className={styles.documents}>
          {documents.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              project={project}
              query={query}
              isTarget={target === document.id}
            />
          ))}
        </ul>
      ) : (
        <p className={styles.empty}>{t('library.project.empty')}</p>
      )}
    </section>
  );
}
