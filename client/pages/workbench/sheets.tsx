import type { Label } from '../../../shared/core/label.ts';
import type { Editor } from '../../editor/editor.ts';
import type { RepeatSubject } from '../../editor/naming/repeats.ts';
import { ExportDialog } from '../../exporting/export-dialog.tsx';
import { followJob } from '../../pairing/job.ts';
import { PairDialog } from '../../pairing/pair-dialog.tsx';
import { AcceptAll } from './accept-all.tsx';
import { GoTo } from './go-to.tsx';
import { RepeatsSheet } from './repeats-sheet.tsx';
import { SaveVersion } from './save-version.tsx';
import { ConcordanceSheet, type Sought } from './search/concordance-sheet.tsx';
import { ReplaceSheet } from './search/replace-sheet.tsx';
import { StateMenu } from './state-menu.tsx';
import type { Work } from './use-timeline.ts';

/** What lies over the text for a moment. */
export type Sheet =
  | { readonly kind: 'goTo' }
  | { readonly kind: 'save' }
  | { readonly kind: 'export' }
  | { readonly kind: 'english' }
  | { readonly kind: 'acceptAll' }
  | { readonly kind: 'repeats'; readonly subject: RepeatSubject }
  | { readonly kind: 'concordance'; readonly sought: Sought }
  | { readonly kind: 'replace'; readonly sought: Sought }
  | { readonly kind: 'state'; readonly anchor: DOMRect };

interface SheetsProps {
  readonly sheet: Sheet;
  readonly work: Work;
  readonly total: number;
  readonly editor: Editor;
  readonly labels: readonly Label[];
  readonly onGo: (index: number) => void;
  readonly onClose: () => void;
}

/** The dialogs and the menu of the workbench, one at a time. */
export function Sheets({ sheet, work, total, editor, labels, onGo, onClose }: SheetsProps) {
  const { document, timeline } = work;
  switch (sheet.kind) {
    case 'goTo':
      return <GoTo last={total} onClose={onClose} onGo={onGo} />;
    case 'save':
      return <SaveVersion document={document.id} timeline={timeline} onClose={onClose} />;
    case 'export':
      return <ExportDialog document={document.id} project={document.project} onClose={onClose} />;
    case 'english':
      return (
        <PairDialog
          destination={{ kind: 'document', document: document.id }}
          name={document.title}
          onBegun={followJob}
          onClose={onClose}
        />
      );
    case 'acceptAll': {
      const { title, source } = document;
      return <AcceptAll editor={editor} title={title} source={source} labels={labels} onClose={onClose} />;
    }
    case 'repeats':
      return <RepeatsSheet editor={editor} work={work} subject={sheet.subject} onClose={onClose} />;
    case 'concordance':
      return (
        <ConcordanceSheet
          editor={editor}
          project={document.project.id}
          document={document.id}
          first={sheet.sought}
          onGo={onGo}
          onClose={onClose}
        />
      );
    case 'replace':
      return (
        <ReplaceSheet
          project={document.project.id}
          document={document.id}
          first={sheet.sought.en}
          last={total}
          onClose={onClose}
        />
      );
    case 'state':
      return <StateMenu editor={editor} anchor={sheet.anchor} onClose={onClose} />;
  }
}
