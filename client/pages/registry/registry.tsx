import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlus, IconTags } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../frame/frame.tsx';
import { useCommands } from '../../keys/use-commands.ts';
import { useEntities, useLabels } from '../../panels/entities/query.ts';
import { queries } from '../../platform/server.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { LabelsDialog } from './labels/labels-dialog.tsx';
import { OpenRegistry } from './open-registry.tsx';
import { RegistryFiles } from './registry-files.tsx';

const route = getRouteApi('/projects/$project/entities');

/** The entities of a project. */
export function Registry() {
  const { t } = useTranslation();
  const { project } = route.useParams();
  const { entity, aspect = 'record', create = false, labels: isLabelling = false, deleted = false } = route.useSearch();
  const navigate = route.useNavigate();
  const projects = useQuery(queries.project.list.queryOptions({}));
  const entities = useEntities(project);
  const labels = useLabels(project);
  const showLabels = (isShown: boolean) =>
    void navigate({
      search: ({ labels: _, ...search }) => ({ ...search, ...(isShown && { labels: true }) }),
      replace: true,
    });
  useCommands({
    'labels.open': () => showLabels(true),
    'checks.project': () => void navigate({ to: '/projects/$project/checks', params: { project } }),
  });
  const name = projects.data?.find(({ id }) => id === project)?.name;

  return (
    <Frame
      title={t('registry.title')}
      breadcrumb={<Crumbs names={[name, t('registry.title')]} />}
      tools={
        entities.data && (
          <>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              renderRoot={(props) => <Link to="/projects/$project/checks" params={{ project }} {...props} />}
            >
              {t('checks.title')}
            </Button>
            <Tooltip label={t('registry.labels.open')}>
              <ActionIcon aria-label={t('registry.labels.open')} onClick={() => showLabels(true)}>
                <IconTags size={18} stroke={1.75} />
              </ActionIcon>
            </Tooltip>
            <RegistryFiles project={project} entities={entities.data} labels={labels} />
          </>
        )
      }
      action={
        <Button
          leftSection={<IconPlus size={18} stroke={1.75} />}
          onClick={() => void navigate({ search: { create: true } })}
        >
          {t('registry.create.title')}
        </Button>
      }
    >
      {entities.error && !entities.data && <Trouble error={entities.error} retry={() => void entities.refetch()} />}
      {entities.data && (
        <OpenRegistry
          project={project}
          entities={entities.data}
          labels={labels}
          shown={create ? 'new' : (entity ?? null)}
          aspect={aspect}
          isDeletedListed={deleted}
          onShow={(id, next) =>
            void navigate({
              search: {
                ...(deleted && { deleted }),
                ...(id !== null && { entity: id, ...(next !== 'record' && { aspect: next }) }),
              },
              replace: true,
            })
          }
          onDeleted={(isListed) => void navigate({ search: isListed ? { deleted: true } : {} })}
        />
      )}
      {isLabelling && entities.data && (
        <LabelsDialog project={project} entities={entities.data} onClose={() => showLabels(false)} />
      )}
    </Frame>
  );
}
