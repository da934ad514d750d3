import type { Transaction } from 'prosemirror-state';
import type { Problem } from '../../shared/core/problem.ts';
import { restoreDocument, restoreSegment } from '../../shared/doc/merge/restore.ts';
import type { DocumentChange } from '../../shared/wire/change.ts';
import { PURPOSE, type Purpose } from '../../shared/wire/purpose.ts';
import type { MarkedVersion } from '../../shared/wire/step.ts';
import type { Authority } from './authority.ts';
import { documentNode } from './document-node.ts';
import { deaf } from './leftovers.ts';
import type { TimelineOptions } from './options.ts';
import type { Settled } from './saving.ts';
import { Timeline } from './timeline.ts';

/** What to bring back: a version of the whole document, or of one segment of it. */
export interface Restoration {
  readonly version: number;
  readonly segment?: string | undefined;
}

/** The same, with the id under which the history tells of it. */
export interface Restoring extends Restoration {
  readonly deed: string;
}

/** Brings a version back in an open document, as one transaction of `timeline`, in small steps per segment; `begin` gives
 *  the transaction to write on. Resolves to false when nothing differed. Rejects when the server cannot be reached: then
 *  nothing is changed. */
export async function restoreVersion(
  timeline: Timeline,
  authority: Authority,
  { version, segment, deed }: Restoring,
  begin: (tr: Transaction) => Transaction = (tr) => tr,
): Promise<boolean> {
  const opened = await authority.open(timeline.id, version);
  const target = documentNode(opened);
  const source = { text: opened.source, paragraphs: opened.outline.paragraphs };
  const tr = begin(timeline.state.tr);
  const differed =
    segment === undefined ? restoreDocument(tr, target, source) : restoreSegment(tr, target, segment, source);
  if (segment === undefined) tr.setMeta(PURPOSE, { kind: 'restore', deed, version } satisfies Purpose);
  if (differed) timeline.dispatch(tr);
  return differed;
}

/** A version that was brought back, and what became of that. */
export interface Restored {
  readonly change: DocumentChange;
  /** The version that was at the head before. */
  readonly before: MarkedVersion;
  readonly settled: Settled;
  /** What the server said where it would not take it. */
  readonly refusal: readonly Problem[];
}

/** Brings a version back where no editor is open: opens the head, restores there, and sends that. Resolves to what became of
 *  it, or to `null` when nothing differed. */
export async function restoreAtHead(
  options: Omit<TimelineOptions, 'document' | 'plugins'>,
  id: string,
  restoration: Restoration,
): Promise<Restored | null> {
  const document = await options.authority.open(id);
  const timeline = new Timeline({ ...options, authority: deaf(options.authority), document, plugins: [] });
  try {
    if (!(await restoreVersion(timeline, options.authority, { ...restoration, deed: options.newId() }))) return null;
    const settled = await timeline.settle();
    const { version: after, mark } = timeline.standing();
    return {
      change: { document: id, before: document.version, after, mark },
      before: { version: document.version, mark: document.mark },
      settled,
      refusal: timeline.refusal,
    };
  } finally {
    timeline.close();
  }
}
