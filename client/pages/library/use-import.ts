import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queries } from '../../platform/server.ts';
import { refreshLibrary } from './refresh.ts';
import type { Imported } from './upload.ts';
import { type Uploads, useUploads } from './use-uploads.ts';

/** The import form: in which project it stands open, and the text that was pasted before it did. */
interface OpenForm {
  readonly project: string;
  readonly text: string;
}

export interface Import extends Pick<Uploads, 'uploads' | 'again'> {
  readonly form: OpenForm | null;
  /** Opens the form in a project; `null` makes a first one. What is typed in a form that is open there stays. */
  open(project: string | null, text?: string): void;
  close(): void;
  /** The project, or a first one that is made for `null`. */
  projectFor(project: string | null): Promise<string>;
  /** Sends files into a project. */
  send(project: string, files: Iterable<File>): void;
}

/** Everything by which texts come in. `onImported` hears of each document that has arrived. */
export function useImport(onImported: (document: Imported) => void): Import {
  const { t } = useTranslation();
  const [form, setForm] = useState<OpenForm | null>(null);
  const { uploads, send, again } = useUploads(onImported);
  const create = useMutation(queries.project.create.mutationOptions());

  const first = async () => {
    const { id } = await create.mutateAsync({ name: t('library.project.first') });
    await refreshLibrary();
    return id;
  };

  return {
    form,
    uploads,
    again,
    projectFor: async (project) => project ?? first(),
    send,
    open: async (project, text = '') => {
      const chosen = project ?? (await first());
      setForm((open) => (open?.project === chosen ? open : { project: chosen, text }));
    },
    close: () => setForm(null),
  };
}
