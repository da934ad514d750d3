import { useRef, useState } from 'react';
import type { Problem } from '../../../shared/core/problem.ts';
import { refreshLibrary } from './refresh.ts';
import { type Imported, type UploadRequest, uploadFile } from './upload.ts';

/** How a file is to be read, where that was said. */
export type Reading = Pick<UploadRequest, 'encoding' | 'lines'>;

/** A file on its way into a project, one that was refused, or one that is here with something to be told of it. */
export interface Upload {
  readonly id: number;
  readonly project: string;
  readonly file: File;
  readonly reading: Reading;
  /** Empty while it is on its way. */
  readonly problems: readonly Problem[];
  /** What is told of a file that is here. */
  readonly notes: readonly Problem[];
  /** Stops it, and forgets it. */
  dismiss(): void;
}

export interface Uploads {
  readonly uploads: readonly Upload[];
  /** Sends files, each by itself: one that is refused keeps no other back. */
  send(project: string, files: Iterable<File>): void;
  /** Sends a file again, to be read in another way as well. */
  again(upload: Upload, reading: Reading): void;
}

/** The files that are on their way; `onImported` hears of each that has arrived. */
export function useUploads(onImported: (document: Imported) => void): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const count = useRef(0);

  const remove = (id: number) => setUploads((all) => all.filter((upload) => upload.id !== id));

  const start = async (project: string, file: File, reading: Reading) => {
    count.current += 1;
    const id = count.current;
    const leaving = new AbortController();
    const dismiss = () => {
      leaving.abort();
      remove(id);
    };
    setUploads((all) => [...all, { id, project, file, reading, problems: [], notes: [], dismiss }]);
    const result = await uploadFile({ project, file, ...reading, signal: leaving.signal });
    if (!result.ok) {
      setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, problems: result.problems } : upload)));
      return;
    }
    await refreshLibrary();
    const { notes } = result.value;
    if (notes.length === 0) remove(id);
    else setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, notes } : upload)));
    onImported(result.value);
  };

  const send = (project: string, file: File, reading: Reading = {}) =>
    void start(project, file, reading).catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    });

  return {
    uploads,
    send: (project, files) => {
      for (const file of files) send(project, file);
    },
    again: (upload, reading) => {
      upload.dismiss();
      send(upload.project, upload.file, { ...upload.reading, ...reading });
    },
  };
}
