import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../frame/frame.tsx';
import { queries } from '../../platform/server.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { OpenLinks } from './open-links.tsx';

const route = getRouteApi('/projects/$project/links');

/** The word links of a project, or of one of its documents. */
export function ProjectLinks() {
  const { t } = useTranslation();
  const { project } = route.useParams();
  const { document, word, suggested = false } = route.useSearch();
  const navigate = route.useNavigate();
  const projects = useQuery(queries.project.list.queryOptions({}));
  const name = projects.data?.find(({ id }) => id === project)?.name;
  const title = t('links.page.title');
  return (
    <Frame
      title={title}
      breadcrumb={<Crumbs names={[name, title]} />}
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
      <OpenLinks
        project={project}
        document={document}
        word={word ?? null}
        suggested={suggested}
        onWant={(wanted) =>
          void navigate({
            search: {
              ...(wanted.document !== undefined && { document: wanted.document }),
              ...(wanted.suggested && { suggested: true }),
              ...(wanted.word !== null && { word: wanted.word }),
            },
            replace: true,
          })
        }
      />
    </Frame>
  );
}
