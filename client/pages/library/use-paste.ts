import { useEffect, useRef } from 'react';

/** What was pasted outside all fields. */
export type Pasted = { readonly text: string } | { readonly files: FileList };

/** Hears what is pasted while no field has the focus. */
export function usePaste(onPaste: (pasted: Pasted) => void): void {
  const latest = useRef(onPaste);
  useEffect(() => {
    latest.current = onPaste;
  });
  useEffect(() => {
    const listen = ({ target, clipboardData }: ClipboardEvent) => {
      if (!clipboardData || (target instanceof Element && target.closest('input, textarea, [role="dialog"]'))) return;
      const text = clipboardData.getData('text/plain');
      if (clipboardData.files.length > 0) latest.current({ files: clipboardData.files });
      else if (text !== '') latest.current({ text });
    };
    window.addEventListener('paste', listen);
    return () => window.removeEventListener('paste', listen);
  }, []);
}
