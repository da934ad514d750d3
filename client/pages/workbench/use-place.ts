import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../platform/server.ts';
import type { DocumentAtHand } from '../../timeline/authority.ts';
import { noticeKept } from '../../ui/notices.tsx';

/** How often it is asked where the document stands, in milliseconds. */
const INTERVAL = 15_000;

/** The document with the title that it has by now: somebody else may rename it while it is open. Says so where it was put away, or moved to
 *  another project. */
export function usePlace(document: DocumentAtHand): DocumentAtHand {
  const { t } = useTranslation();
  const { id, project } = document;
  const place = useQuery(queries.document.place.queryOptions({ id }, { refetchInterval: INTERVAL })).data;
  const title = place?.title ?? document.title;
  const archived = place?.archived === true;
  const other = place && place.project.id !== project.id ? place.project.name : null;
  const name = other === null && place ? place.project.name : project.name;
  useEffect(() => {
    if (archived) noticeKept(t('workbench.place.archived'), 'place-archived');
  }, [archived, t]);
  useEffect(() => {
    if (other !== null) noticeKept(t('workbench.place.moved', { name: other }), 'place-moved');
  }, [other, t]);
  return useMemo(() => ({ ...document, title, project: { ...document.project, name } }), [document, title, name]);
}
