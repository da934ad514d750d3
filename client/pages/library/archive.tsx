import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { find } from '../../../shared/language/words/find.ts';
import { Frame } from '../../frame/frame.tsx';
import { queries } from '../../platform/server.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { ArchivedRow } from './archived-row.tsx';
import { Head } from './head.tsx';
import styles from './page.module.css';
import type { Document, Project } from './shelf.ts';

/** What was put away, and the way back for it. */
export function Archive() {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const options = { refetchOnMount: 'always' } as const;
  const projects = useQuery(queries.project.list.queryOptions({ archived: true }, options));
  const documents = useQuery(queries.document.list.queryOptions({ archived: true }, options));
  const isKnown = projects.data && documents.data;
  const isEmpty = isKnown && projects.data.length + documents.data.length === 0;
  const isWanted = (name: string) => query.trim() === '' || find(name, query, 'substring').length > 0;

  return (
    <Frame title={t('library.archive')} breadcrumb={<Crumbs names={[t('library.archive')]} />}>
      <div className={styles.page}>
        <Head title={t('library.archive')} query={query} onQuery={setQuery}>
          <Button variant="subtle" color="gray" renderRoot={(props) => <Link to="/" {...props} />}>
            {t('library.leaveArchive')}
          </Button>
        </Head>
        {!isKnown && (projects.error ?? documents.error) && <Trouble error={projects.error ?? documents.error} />}
        {isEmpty && (
          <div className={styles.empty}>
            <h2>{t('library.emptyArchive.title')}</h2>
            <p>{t('library.emptyArchive.text')}</p>
          </div>
        )}
        {isKnown && !isEmpty && (
          <ArchiveList
            projects={projects.data.filter(({ name }) => isWanted(name))}
            documents={documents.data.filter(({ title }) => isWanted(title))}
            query={query}
          />
        )}
      </div>
    </Frame>
  );
}

interface ArchiveListProps {
  readonly projects: readonly Project[];
  readonly documents: readonly Document[];
  readonly query: string;
}

function ArchiveList({ projects, documents, query }: ArchiveListProps) {
  const { t } = useTranslation();
  if (projects.length + documents.length === 0) {
    return <p className={styles.nothing}>{t('library.noMatch', { query })}</p>;
  }
  return (
    <ul className={styles.archived}>
      {projects.map(({ id, name, documents: count, archivedAt }) => (
        <ArchivedRow
          key={id}
          thing={{ kind: 'project', id, name }}
          size={`${t('library.projects', { count: 1 })} · ${t('library.documents', { count })}`}
          archivedAt={archivedAt}
          query={query}
        />
      ))}
      {documents.map(({ id, title, progress, archivedAt }) => (
        <ArchivedRow
          key={id}
          thing={{ kind: 'document', id, name: title }}
          size={`${t('library.documents', { count: 1 })} · ${t('library.segments', { count: progress.segments })}`}
          archivedAt={archivedAt}
          query={query}
        />
      ))}
    </ul>
  );
}
