import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../frame/frame.tsx';
import { KeyCap } from '../../keys/key-cap.tsx';
import { useCommands } from '../../keys/use-commands.ts';
import { queries } from '../../platform/server.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { OpenReleases } from './open-releases.tsx';
import { ReleaseDialog } from './release-dialog.tsx';

const route = getRouteApi('/projects/$project/releases');

/** The releases of a project: what each holds, how two differ, and the way to make one. */
export function Releases() {
  const { t } = useTranslation();
  const { project } = route.useParams();
  const { release = null, before = null } = route.useSearch();
  const navigate = route.useNavigate();
  const [isMaking, setMaking] = useState(false);
  const projects = useQuery(queries.project.list.queryOptions({}));
  const name = projects.data?.find(({ id }) => id === project)?.name;
  const title = t('releases.title');
  useCommands({ 'release.make': () => setMaking(true) });
  return (
    <Frame
      title={title}
      breadcrumb={<Crumbs names={[name, title]} />}
      action={
        <Button onClick={() => setMaking(true)} rightSection={<KeyCap command="release.make" />}>
          {t('releases.make')}
        </Button>
      }
    >
      <OpenReleases
        project={project}
        chosen={release}
        before={before}
        onWant={(wanted) =>
          void navigate({
            search: {
              ...(wanted.release !== null && { release: wanted.release }),
              ...(wanted.before !== null && { before: wanted.before }),
            },
            replace: true,
          })
        }
      />
      {isMaking && <ReleaseDialog project={project} onClose={() => setMaking(false)} />}
    </Frame>
  );
}
