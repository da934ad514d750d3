import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Crumbs } from '../../app/crumbs.tsx';
import { Frame } from '../../app/frame.tsx';
import { queries } from '../../app/server.ts';
import { Trouble } from '../../app/trouble.tsx';
import { useEntities, useLabels } from '../../panels/entities-query.ts';
import { OpenRegistry } from './open-registry.tsx';
import { RegistryFiles } from './registry-files.tsx';

const route = getRouteApi('/projects/$project/entities');

/** The entities of a project. */
export function Registry() {
  const { t } = useTranslation();
  const { project } = route.useParams();
  const { entity, aspect = 'record', create = false } = route.useSearch();
  const navigate = route.useNavigate();
  const projects = useQuery(queries.project.list.queryOptions({}));
  const entities = useEntities(project);
  const labels = useLabels(project);
  const name = projects.data?.find(({ id }) => id === project)?.name;

  return (
    <Frame
      title={t('registry.title')}
      breadcrumb={<Crumbs names={name === undefined ? [t('registry.title')] : [name, t('registry.title')]} />}
      tools={entities.data && <RegistryFiles project={project} entities={entities.data} labels={labels} />}
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
          onShow={(id, next) =>
            void navigate({
              search: id === null ? {} : { entity: id, ...(next !== 'record' && { aspect: next }) },
              replace: true,
            })
          }
        />
      )}
    </Frame>
  );
}
