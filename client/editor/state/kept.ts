import { isHistoryTransaction } from 'prosemirror-history';
import type { Fragment } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import { segmentNodes } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { StretchStep } from '../../../shared/doc/model/stretch-step.ts';

const key = new PluginKey<number>('kept');

/**
 * Counts what an undo or a redo leaves: of a restoration of very many segments it passes over the stretches that others have
 * changed since (`StretchStep`), and whoever takes it back is to be told so. `history` is the plugin whose events are undone.
 */
export function tellsWhatUndoKeeps(history: Plugin): Plugin {
  return new Plugin<number>({
    key,
    state: {
      init: () => 0,
      apply: (tr, kept, before) => (isHistoryTransaction(tr) ? keptBy(tr, tried(tr, before, history)) : kept),
    },
  });
}

/** How many segments the last undo or redo has left as others had made them. */
export function keptByUndo(state: EditorState): number {
  return key.getState(state) ?? 0;
}

/** The segments of the stretches that were `tried` and are not written by `tr`, as far as they are still there. */
function keptBy(tr: Transaction, tried: readonly Step[]): number {
  const left = restoredBy(tried);
  for (const id of restoredBy(tr.steps)) left.delete(id);
  return left.size === 0 ? 0 : [...segmentNodes(tr.doc)].filter((node) => left.has(segmentAttrs(node).id)).length;
}

/** The segments that a restoration had put where `steps` take it back. */
function restoredBy(steps: readonly Step[]): Set<string> {
  return new Set(steps.flatMap((step) => (step instanceof StretchStep && step.expected ? ids(step.expected) : [])));
}

const ids = (segments: Fragment) => segments.content.map((node) => segmentAttrs(node).id);

/** What the library keeps to itself: the events of a history, the last one at the end of the items. */
interface Branch {
  readonly items: {
    readonly length: number;
    forEach(visit: (item: Item) => false | undefined, from: number, to: number): void;
  };
}
interface Item {
  readonly step?: Step;
  /** Stands with the first step of an event. */
  readonly selection?: unknown;
}

/** The steps of the event that `tr` undoes or does again, as they were before what others did since. */
function tried(tr: Transaction, before: EditorState, history: Plugin): readonly Step[] {
  const { done, undone } = history.getState(before) as Readonly<Record<'done' | 'undone', Branch>>;
  const { items } = (tr.getMeta(history) as { readonly redo: boolean }).redo ? undone : done;
  const steps: Step[] = [];
  const visit = ({ step, selection }: Item) => {
    if (step) steps.push(step);
    return selection ? false : undefined;
  };
  items.forEach(visit, items.length, 0);
  return steps;
}
