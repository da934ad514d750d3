import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import type { MarkedVersion } from '../../../shared/wire/step.ts';
import { nameBefore, versionTitle } from '../../panels/history/version-title.ts';
import { authority } from '../../platform/authority.ts';
import { outbox } from '../../platform/outbox.ts';
import { queries, server } from '../../platform/server.ts';
import { restoreAtHead } from '../../timeline/restore.ts';
import { openTray } from '../../timeline/tray.ts';
import { notice, noticeTrouble, noticeUndo } from '../../ui/notices.tsx';
import { problemsText } from '../../ui/problem-text.ts';

/** Brings a version of `document` back, or one segment of it, as a new version, and offers to take that back. A whole
 *  document is then shown at work; after one segment the comparison stays. */
export function useRestore(document: string): (version: number, segment?: string) => Promise<void> {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();

  const change = async (version: number, segment?: string) => {
    const restored = await restoreAtHead(
      { authority, outbox, tray: openTray(outbox, document), client: `c-${v7()}`, newId: v7, now: Date.now },
      document,
      { version, segment },
    );
    await client.invalidateQueries({ queryKey: queries.document.open.queryKey({ id: document }) });
    await client.invalidateQueries({ queryKey: queries.version.list.queryKey({ document }) });
    return restored;
  };

  const keepBefore = async (before: MarkedVersion, version: string) => {
    await server.version.name.mutate({ document, ...before, name: nameBefore(t, version) });
    await client.invalidateQueries({ queryKey: queries.version.list.queryKey({ document }) });
  };

  return async (version, segment) => {
    try {
      const title = await versionTitle(t, document, version);
      const restored = await change(version, segment);
      if (!restored) notice(t('history.nothingToRestore', { version: title }));
      else if (restored.settled === 'refused')
        notice(t('history.restoreRefused', { version: title, why: problemsText(t, restored.refusal) }));
      else if (restored.settled === 'waiting') notice(t('history.restoredWaiting', { version: title }));
      else {
        const { before } = restored;
        if (segment === undefined) await keepBefore(before, title);
        if (segment === undefined) void navigate({ to: '/documents/$document', params: { document } });
        noticeUndo(
          segment === undefined ? t('history.restored', { version: title }) : t('history.restoredSegment'),
          () => {
            change(before.version, segment).catch(noticeTrouble);
          },
        );
      }
    } catch (error) {
      noticeTrouble(error);
    }
  };
}
