import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../frame/frame.tsx';
import { useLabels } from '../../panels/entities/query.ts';
import { queries } from '../../platform/server.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { OpenChecks } from './open-checks.tsx';

const route = getRouteApi('/projects/$project/checks');

/** What the checks find in the documents of a project. */
export function ProjectChecks() {
  const { t } = useTranslation();
  const { project } = route.useParams();
  const { kind = null, ignored = false } = route.useSearch();
  const navigate = route.useNavigate();
  const labels = useLabels(project);
  const projects = useQuery(queries.project.list.queryOptions({}));
  const name = projects.data?.find(({ id }) => id === project)?.name;
  const title = t('checks.project.title');
  return (
    <Frame
      title={title}
      breadcrumb={<Crumbs names={name === undefined ? [title] : [name, title]} />}
      tools={
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          renderRoot={(props) => <Link to="/projects/$project/entities" params={{ project }} {...props} />}
        >
          {t('library.entities')}
        </Button>
      }
    >
      <OpenChecks
        key={`${project} ${kind} ${ignored}`}
        project={project}
        labels={labels}
        kind={kind}
        ignored={ignored}
        onWant={(wanted) =>
          void navigate({
            search: { ...(wanted.kind && { kind: wanted.kind }), ...(wanted.ignored && { ignored: true }) },
            replace: true,
          })
        }
      />
    </Frame>
  );
}
