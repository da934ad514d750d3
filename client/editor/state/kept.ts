import { isHistoryTransaction } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { Span } from '../../../shared/core/span.ts';
import { StretchStep } from '../../../shared/doc/model/stretch-step.ts';

interface Stretches {
  /** What the latest restoration of very many segments put there, where it stands now. */
  readonly restored: readonly Span[];
  /** How many segments the last transaction should have changed with it and left, as others have changed them since. */
  readonly kept: number;
}

const none: Stretches = { restored: [], kept: 0 };
const key = new PluginKey<Stretches>('stretches');

/**
 * Follows what a restoration of very many segments has put there: taken back, it leaves stretches that others have changed
 * since (`StretchStep`), and whoever takes it back is to be told so.
 */
export function tellsWhatUndoKeeps(): Plugin {
  return new Plugin<Stretches>({
    key,
    state: {
      init: () => none,
      apply: (tr, value) => (tr.docChanged || value.kept > 0 ? after(tr, value) : value),
    },
  });
}

/** How many segments the last undo or redo has left as others had made them. */
export function keptByUndo(state: EditorState): number {
  return key.getState(state)?.kept ?? 0;
}

function after(tr: Transaction, { restored }: Stretches): Stretches {
  const written = writtenBy(tr);
  if (written.length > 0 && !isHistoryTransaction(tr)) return { restored: written, kept: 0 };
  const now = restored.map(({ from, to }) => ({ from: tr.mapping.map(from, -1), to: tr.mapping.map(to, 1) }));
  if (written.length === 0) return { restored: now, kept: 0 };
  const isWritten = ({ from, to }: Span) => written.some((span) => span.from < to && from < span.to);
  const left = now.filter((span) => !isWritten(span));
  return {
    restored: now.filter(isWritten),
    kept: left.reduce((sum, span) => sum + segmentsIn(tr.doc, span), 0),
  };
}

/** Where the stretches that `tr` writes stand behind it. */
function writtenBy(tr: Transaction): readonly Span[] {
  return tr.steps.flatMap((step, index) => {
    if (!(step instanceof StretchStep)) return [];
    const later = tr.mapping.slice(index + 1);
    return [{ from: later.map(step.from, 1), to: later.map(step.from + step.slice.size, -1) }];
  });
}

function segmentsIn(doc: Node, { from, to }: Span): number {
  let count = 0;
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.type.name === 'segment' && pos >= from && pos < to) count += 1;
    return node.type.name === 'page';
  });
  return count;
}
