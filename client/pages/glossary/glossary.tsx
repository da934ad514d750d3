import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconFileDownload, IconFileUpload, IconListSearch, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../frame/frame.tsx';
import { useCommands } from '../../keys/use-commands.ts';
import { useTerms } from '../../panels/terms/glossary.ts';
import { queries } from '../../platform/server.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import styles from './glossary.module.css';
import { ImportDialog } from './import-dialog.tsx';
import { OpenGlossary } from './open-glossary.tsx';

const route = getRouteApi('/projects/$project/terms');

/** The terms of a project. */
export function GlossaryPage() {
  const { t } = useTranslation();
  const { project } = route.useParams();
  const { term, create = false, proposed = false } = route.useSearch();
  const navigate = route.useNavigate();
  const projects = useQuery(queries.project.list.queryOptions({}));
  const terms = useTerms(project);
  const [isImporting, setImporting] = useState(false);
  useCommands({
    'checks.project': () => void navigate({ to: '/projects/$project/checks', params: { project } }),
  });
  const name = projects.data?.find(({ id }) => id === project)?.name;
  const title = t('terms.title');

  return (
    <Frame
      title={title}
      breadcrumb={<Crumbs names={[name, title]} />}
      tools={
        terms.data && (
          <>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconListSearch size={18} stroke={1.75} />}
              aria-label={t('terms.proposed.title')}
              aria-pressed={proposed}
              onClick={() => void navigate({ search: proposed ? {} : { proposed: true } })}
            >
              <span className={styles.word}>{t('terms.proposed.title')}</span>
            </Button>
            <Tooltip label={t('terms.file.import')}>
              <ActionIcon aria-label={t('terms.file.import')} onClick={() => setImporting(true)}>
                <IconFileUpload size={18} stroke={1.75} />
              </ActionIcon>
            </Tooltip>
            <Menu position="bottom-end">
              <Menu.Target>
                <Tooltip label={t('terms.file.export')}>
                  <ActionIcon aria-label={t('terms.file.export')}>
                    <IconFileDownload size={18} stroke={1.75} />
                  </ActionIcon>
                </Tooltip>
              </Menu.Target>
              <Menu.Dropdown>
                {(['csv', 'tbx'] as const).map((format) => (
                  <Menu.Item
                    key={format}
                    component="a"
                    href={`/terms.${format}?${new URLSearchParams({ project })}`}
                    download
                  >
                    {t(`terms.file.${format}`)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </>
        )
      }
      action={
        <Button
          leftSection={<IconPlus size={18} stroke={1.75} />}
          onClick={() => void navigate({ search: { create: true } })}
        >
          {t('terms.create.title')}
        </Button>
      }
    >
      {terms.error && !terms.data && <Trouble error={terms.error} retry={() => void terms.refetch()} />}
      {terms.data && (
        <OpenGlossary
          project={project}
          terms={terms.data}
          shown={create ? 'new' : proposed ? 'proposed' : (term ?? null)}
          onShow={(id) => void navigate({ search: id === null ? {} : { term: id }, replace: true })}
        />
      )}
      {isImporting && <ImportDialog project={project} onClose={() => setImporting(false)} />}
    </Frame>
  );
}
