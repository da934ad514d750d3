import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../platform/server.ts';
import { command, commandIds } from './commands.ts';
import type { Entry } from './palette-entry.ts';
import { DeskContext } from './use-commands.ts';

/** The commands that somebody serves now, then the documents. */
export function useEntries(): readonly Entry[] {
  const { t } = useTranslation();
  const desk = useContext(DeskContext);
  const navigate = useNavigate();
  const { data: documents = [] } = useQuery(queries.document.list.queryOptions({}));
  return [
    ...commandIds
      .filter((id) => id !== 'app.palette' && desk.serves(id))
      .map((id) => ({
        id,
        name: t(`keys.command.${id}`),
        group: t(`keys.group.${command(id).group}`),
        command: id,
        run: () => void desk.run(id),
      })),
    ...documents.map(({ id, title }) => ({
      id,
      name: title,
      group: t('keys.palette.document'),
      run: () => void navigate({ to: '/documents/$document', params: { document: id } }),
    })),
  ];
}
