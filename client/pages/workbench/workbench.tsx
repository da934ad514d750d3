import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../frame/frame.tsx';
import { useComing } from '../../keys/use-commands.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { OpenWork } from './open-work.tsx';
import { useTimeline } from './use-timeline.ts';

const route = getRouteApi('/documents/$document');

/** The page on which a document is translated. */
export function Workbench() {
  const { t } = useTranslation();
  const { document } = route.useParams();
  const { segment, panel } = route.useSearch();
  const opening = useTimeline(document);
  useComing(opening.kind !== 'open' && opening.kind !== 'failed');
  if (opening.kind === 'open')
    return <OpenWork key={opening.work.document.id} work={opening.work} segment={segment} first={panel} />;
  return (
    <Frame title={t('app.loading')}>
      {opening.kind === 'failed' && <Trouble error={opening.error} retry={opening.retry} />}
    </Frame>
  );
}
