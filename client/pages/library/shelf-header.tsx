import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../platform/server.ts';
import { Highlighted } from '../../ui/highlighted.tsx';
import { NameField } from './name-field.tsx';
import { refreshLibrary } from './refresh.ts';
import { RowMenu } from './row-menu.tsx';
import type { Project } from './shelf.ts';
import styles from './shelf-header.module.css';
import { useArchive } from './use-archive.ts';

interface ShelfHeaderProps {
  /** Of the name, which names the shelf. */
  readonly id: string;
  readonly project: Project;
  readonly query: string;
  readonly onImport: () => void;
}

/** The name of a project, how large it is, and what can be done with it. */
export function ShelfHeader({ id, project, query, onImport }: ShelfHeaderProps) {
  const { t } = useTranslation();
  const [isRenaming, setRenaming] = useState(false);
  const rename = useMutation(queries.project.rename.mutationOptions({ onSuccess: refreshLibrary }));
  const archive = useArchive();
  const { name } = project;
  const menu = `actions-${project.id}`;
  const importInto = t('library.project.import', { name });

  return (
    <header className={styles.header}>
      <div className={styles.said}>
        <h2 id={id} className={styles.name}>
          {isRenaming ? (
            <NameField
              name={name}
              label={t('library.nameOf', { name })}
              onDone={(typed) => {
                setRenaming(false);
                if (typed !== null) rename.mutate({ id: project.id, name: typed });
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
          {t('library.documents', { count: project.documents })} ·{' '}
          {t('library.words', { count: project.progress.words })}
        </span>
      </div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        renderRoot={(props) => <Link to="/projects/$project/entities" params={{ project: project.id }} {...props} />}
      >
        {t('library.entities')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        renderRoot={(props) => <Link to="/projects/$project/terms" params={{ project: project.id }} {...props} />}
      >
        {t('terms.title')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        renderRoot={(props) => <Link to="/projects/$project/checks" params={{ project: project.id }} {...props} />}
      >
        {t('checks.title')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        renderRoot={(props) => <Link to="/projects/$project/links" params={{ project: project.id }} {...props} />}
      >
        {t('links.page.title')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        renderRoot={(props) => <Link to="/projects/$project/memories" params={{ project: project.id }} {...props} />}
      >
        {t('matches.page.title')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        renderRoot={(props) => <Link to="/projects/$project/releases" params={{ project: project.id }} {...props} />}
      >
        {t('releases.title')}
      </Button>
      <Tooltip label={importInto}>
        <ActionIcon aria-label={importInto} onClick={onImport}>
          <IconPlus size={18} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <RowMenu
        id={menu}
        name={name}
        onRename={() => setRenaming(true)}
        onArchive={() => archive({ kind: 'project', id: project.id, name }, true)}
      />
    </header>
  );
}
