import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '../../platform/server.ts';
import { focusContent } from '../../ui/content.ts';
import { noticeUndo } from '../../ui/notices.tsx';
import { refreshLibrary } from './refresh.ts';

/** What can be put away. */
export interface Archivable {
  readonly kind: 'project' | 'document';
  readonly id: string;
  readonly name: string;
}

/** Puts a thing into the archive, or takes it back, and offers to undo that. */
export function useArchive(): (thing: Archivable, archived: boolean) => void {
  const { t } = useTranslation();
  const project = useMutation(queries.project.archive.mutationOptions());
  const document = useMutation(queries.document.archive.mutationOptions());

  const archive = async ({ kind, id }: Archivable, archived: boolean) => {
    focusContent();
    await (kind === 'project' ? project : document).mutateAsync({ id, archived });
    await refreshLibrary();
  };

  return async (thing, archived) => {
    await archive(thing, archived);
    const said = t(archived ? 'library.archived' : 'library.restored', { name: thing.name });
    noticeUndo(said, () => void archive(thing, !archived));
  };
}
