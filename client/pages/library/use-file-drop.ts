import { type DragEvent, useState } from 'react';

interface FileDrop {
  /** The project over which files are held; `null` while none are, or outside all projects. */
  readonly over: string | null;
  /** The document over which one file is held. */
  readonly overDocument: string | null;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

const nowhere: Place = { project: null, document: null };

/** What files are held over, or dropped on. */
export interface Place {
  readonly project: string | null;
  readonly document: string | null;
}

/** Lets files be dropped on an element. They go to the project that the place says by `data-project`, else to `fallback`; one
 *  file that is dropped on a document (`data-document`) may be meant for that. */
export function useFileDrop(fallback: string | null, onFiles: (place: Place, files: FileList) => void): FileDrop {
  const [over, setOver] = useState(nowhere);
  const projectOf = ({ target }: DragEvent) =>
    (target instanceof Element && target.closest('[data-project]')?.getAttribute('data-project')) || fallback;
  const documentOf = ({ target, dataTransfer: { items } }: DragEvent) =>
    items.length === 1 && target instanceof Element
      ? (target.closest('[data-document]')?.getAttribute('data-document') ?? null)
      : null;
  const placeOf = (event: DragEvent): Place => ({ project: projectOf(event), document: documentOf(event) });
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  return {
    over: over.document === null ? over.project : null,
    overDocument: over.document,
    onDragOver(event) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      const place = placeOf(event);
      if (place.project !== over.project || place.document !== over.document) setOver(place);
    },
    onDragLeave({ currentTarget, relatedTarget }) {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(nowhere);
    },
    onDrop(event) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(nowhere);
      onFiles(placeOf(event), event.dataTransfer.files);
    },
  };
}
