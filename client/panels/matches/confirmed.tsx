import { type ReactNode, useEffect, useState } from 'react';
import { isConfirmed } from '../../../shared/core/status.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import type { Editor } from '../../editor/editor.ts';

/** A segment that was confirmed while the caret was in it; another object each time. */
export interface JustConfirmed {
  readonly segment: string;
}

interface ConfirmedProps {
  readonly editor: Editor;
  /** Shows what follows from it. */
  readonly children: (last: JustConfirmed | null) => ReactNode;
}

/** Follows what is confirmed, also while the part that has something to say of it is still on its way. */
export function Confirmed({ editor, children }: ConfirmedProps) {
  const [last, setLast] = useState<JustConfirmed | null>(null);
  useEffect(() => {
    let was: { readonly id: string; readonly isConfirmed: boolean } | null = null;
    const follow = () => {
      const now = was && segmentById(editor.view.state.doc, was.id);
      if (was && now && !was.isConfirmed && isConfirmed(now.status)) setLast({ segment: was.id });
      const active = editor.activeSegment();
      was = active && { id: active.id, isConfirmed: isConfirmed(active.status) };
    };
    follow();
    return editor.subscribe(follow);
  }, [editor]);
  return children(last);
}
