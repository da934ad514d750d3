import { useEffect } from 'react';
import type { DocumentFinding } from '../../../shared/doc/checks/document-finding.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { Editor } from '../../editor/editor.ts';

const LAYER = 'radif-finding';

/** Lights the stretch of Persian that a finding is about, as long as somebody is at it; one of English is selected instead. */
export function useLitFinding(editor: Editor | null, finding: DocumentFinding | null): void {
  const segment = finding?.segment ?? null;
  const { side, from = 0, to = 0 } = finding?.found ?? {};
  useEffect(() => {
    if (!editor || segment === null || side !== 'source' || from === to) return;
    const { highlights } = editor;
    highlights.show({
      name: LAYER,
      source: ({ node }) => {
        const own = segmentAttrs(node);
        return own.id === segment ? [{ from: own.from + from, to: Math.min(own.from + to, own.to) }] : [];
      },
    });
    return () => highlights.hide(LAYER);
  }, [editor, segment, side, from, to]);
}
