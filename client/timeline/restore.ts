import type { Transaction } from 'prosemirror-state';
import { restoreDocument, restoreSegment } from '../../shared/doc/merge/restore.ts';
import type { OpenedDocument } from './authority.ts';
import { documentNode } from './document-node.ts';
import { deaf } from './leftovers.ts';
import { Timeline, type TimelineOptions } from './timeline.ts';

/** What to bring back: the whole document as `opened` has it, or one segment of it. */
export interface Restoration {
  readonly opened: OpenedDocument;
  readonly segment?: string | undefined;
}

/** Changes the document of `tr` back, in small steps per segment; tells whether anything differed. */
export function restore(tr: Transaction, { opened, segment }: Restoration): boolean {
  const target = documentNode(opened);
  const source = { text: opened.source, paragraphs: opened.outline.paragraphs };
  return segment === undefined ? restoreDocument(tr, target, source) : restoreSegment(tr, target, segment, source);
}

/** Restores without an editor: opens the head, changes it back, and sends that. Resolves to the version before and the
 *  one after, or to `null` when nothing differed. Rejects when the server cannot be reached: then nothing is changed. */
export async function restoreAtHead(
  options: Omit<TimelineOptions, 'document' | 'plugins'>,
  restoration: Restoration,
): Promise<{ readonly before: number; readonly after: number } | null> {
  const document = await options.authority.open(restoration.opened.id);
  const timeline = new Timeline({ ...options, authority: deaf(options.authority), document, plugins: [] });
  try {
    const tr = timeline.state.tr;
    if (!restore(tr, restoration)) return null;
    timeline.dispatch(tr);
    if (!(await timeline.settle()))
      throw new Error('The server does not answer; the restored version waits in the outbox.');
    return { before: document.version, after: timeline.saving().version };
  } finally {
    timeline.close();
  }
}
