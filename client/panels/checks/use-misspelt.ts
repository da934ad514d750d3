import { useEffect } from 'react';
import type { Spelling } from '../../../shared/checks/spelling.ts';
import type { CheckPolicy } from '../../../shared/doc/checks/policy.ts';
import type { Editor } from '../../editor/editor.ts';
import { underlineMisspelt } from './misspelt.ts';
import type { Reasons } from './query.ts';
import { lookUp } from './spelling.ts';

/** Underlines the misspelt words of the English. */
export function useMisspelt(
  editor: Editor | null,
  source: string,
  policy: CheckPolicy | undefined,
  spelling: Spelling | null | undefined,
  reasons: Reasons | null,
): void {
  useEffect(() => {
    if (!editor || !policy || !spelling || !reasons) return;
    return underlineMisspelt(editor, {
      ...{ source, policy, spelling },
      isIgnored: (id) => reasons.has(id),
      learn: () => lookUp(spelling, policy.english),
    });
  }, [editor, source, policy, spelling, reasons]);
}
