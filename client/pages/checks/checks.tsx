import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findingKinds } from '../../../shared/doc/checks/finding-kinds.ts';
import { Frame } from '../../frame/frame.tsx';
import { useLabels } from '../../panels/entities/query.ts';
import { queries } from '../../platform/server.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { OpenChecks } from './open-checks.tsx';
import { PolicyDialog } from './policy-dialog.tsx';

const route = getRouteApi('/projects/$project/checks');

/** What the checks find in the documents of a project. */
export function ProjectChecks() {
  const { t } = useTranslation();
  const { project } = route.useParams();
  const { kind: wanted, ignored = false } = route.useSearch();
  const kind = findingKinds.find((known) => known === wanted) ?? null;
  const navigate = route.useNavigate();
  const labels = useLabels(project);
  const projects = useQuery(queries.project.list.queryOptions({}));
  const name = projects.data?.find(({ id }) => id === project)?.name;
  const title = t('checks.project.title');
  const [isChoosing, setChoosing] = useState(false);
  return (
    <Frame
      title={title}
      breadcrumb={<Crumbs names={[name, title]} />}
      tools={
        <>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setChoosing(true)}>
            {t('textChecks.policy.open')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            renderRoot={(props) => <a {...props} href={`/findings.csv?${new URLSearchParams({ project })}`} download />}
          >
            {t('textChecks.csv')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            renderRoot={(props) => <Link to="/projects/$project/entities" params={{ project }} {...props} />}
          >
            {t('library.entities')}
          </Button>
        </>
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
      {isChoosing && <PolicyDialog project={project} onClose={() => setChoosing(false)} />}
    </Frame>
  );
}
