import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../frame/frame.tsx';
import { queries } from '../../platform/server.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { type Archived, archived } from './archived.ts';
import { ArchivedRow } from './archived-row.tsx';
import { Head } from './head.tsx';
import styles from './page.module.css';

/** What was put away, the last one first, and the way back for it. */
export function Archive() {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const options = { refetchOnMount: 'always' } as const;
  const projects = useQuery(queries.project.list.queryOptions({ archived: true }, options));
  const documents = useQuery(queries.document.list.queryOptions({ archived: true }, options));
  const isKnown = projects.data && documents.data;
  const isEmpty = isKnown && projects.data.length + documents.data.length === 0;

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
        {isKnown && !isEmpty && <ArchiveList things={archived(projects.data, documents.data, query)} query={query} />}
      </div>
    </Frame>
  );
}

interface ArchiveListProps {
  readonly things: readonly Archived[];
  readonly query: string;
}

function ArchiveList({ things, query }: ArchiveListProps) {
  const { t } = useTranslation();
  const size = ({ kind, count }: Archived) =>
    kind === 'project'
      ? `${t('library.projects', { count: 1 })} · ${t('library.documents', { count })}`
      : `${t('library.documents', { count: 1 })} · ${t('library.segments', { count })}`;
  if (things.length === 0) return <p className={styles.nothing}>{t('library.noMatch', { query })}</p>;
  return (
    <ul className={styles.archived}>
      {things.map((thing) => (
        <ArchivedRow key={thing.id} thing={thing} size={size(thing)} archivedAt={thing.archivedAt} query={query} />
      ))}
    </ul>
  );
}
