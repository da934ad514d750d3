import { useCallback, useSyncExternalStore } from 'react';
import type { Segment } from '../../shared/doc/model/read.ts';
import type { Editor } from '../editor/editor.ts';

/** The segment that holds the caret, as it is at every key: for what shows its text. */
export function useActiveSegment(editor: Editor | null): Segment | null {
  return useOfActive(editor, (segment) => segment);
}

/** The id of the segment that holds the caret. */
export function useActiveId(editor: Editor | null): string | null {
  return useOfActive(editor, (segment) => segment?.id ?? null);
}

function useOfActive<T>(editor: Editor | null, read: (segment: Segment | null) => T): T {
  const subscribe = useCallback((listener: () => void) => editor?.subscribe(listener) ?? (() => undefined), [editor]);
  return useSyncExternalStore(subscribe, () => read(editor?.activeSegment() ?? null));
}
