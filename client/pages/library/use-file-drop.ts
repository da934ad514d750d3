import { type DragEvent, useState } from 'react';

interface FileDrop {
  /** The project over which files are held; `null` while none are, or outside all projects. */
  readonly over: string | null;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
}

/** Lets files be dropped on an element. They go to the project that the place says by `data-project`, else to `fallback`. */
export function useFileDrop(
  fallback: string | null,
  onFiles: (project: string | null, files: FileList) => void,
): FileDrop {
  const [over, setOver] = useState<string | null>(null);
  const projectOf = ({ target }: DragEvent) =>
    (target instanceof Element && target.closest('[data-project]')?.getAttribute('data-project')) || fallback;
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  return {
    over,
    onDragOver(event) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(projectOf(event));
    },
    onDragLeave({ currentTarget, relatedTarget }) {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(null);
    },
    onDrop(event) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(null);
      onFiles(projectOf(event), event.dataTransfer.files);
    },
  };
}
