import { isHistoryTransaction } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import { brokenLaws } from '../../../shared/doc/model/law.ts';
import { isRendering, LONGEST_RENDERING } from '../../../shared/doc/model/rendering-text.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { type Change, classify } from '../../../shared/doc/model/step-kind.ts';
import { StretchStep } from '../../../shared/doc/model/stretch-step.ts';

/** True for what no hand at this keyboard did just now: received, rebased or mended steps, and those of the history. */
export function isReplayed(tr: Transaction): boolean {
  return tr.getMeta('addToHistory') === false || isHistoryTransaction(tr);
}

/**
 * The last line of defence, whatever key, menu or extension of the browser made an edit: text changes inside one
 * rendering, borders change only so that the document stays lawful, and the selection is one of text.
 */
export function keepSegmentsWhole(source: SourceText): Plugin {
  return new Plugin({
    filterTransaction(tr) {
      if (isReplayed(tr)) return true;
      if (tr.selectionSet && !(tr.selection instanceof TextSelection)) return false;
      const changes = tr.steps.map((step, index) => classify(step, tr.docs[index] ?? tr.before));
      if (!tr.steps.every((step, index) => isAllowed(step, changes[index], tr.docs[index] ?? tr.before))) return false;
      const isBordered = changes.some((change) => change === 'structure' || change === 'source' || change === 'across');
      return !isBordered || brokenLaws(tr.doc, source, tr.before).length === 0;
    },
  });
}

function isAllowed(step: Step, change: Change | undefined, doc: Node): boolean {
  if (change === 'text') return step instanceof ReplaceStep && isRendering(textOf(step)) && staysShort(step, doc);
  if (change === 'across') return step instanceof StretchStep;
  return change === 'attribute' || change === 'mention' || change === 'source' || change === 'structure';
}

function staysShort({ from, to, slice }: ReplaceStep, doc: Node): boolean {
  return doc.resolve(from).parent.content.size - (to - from) + slice.size <= LONGEST_RENDERING;
}

function textOf({ slice: { content } }: ReplaceStep): string {
  return content.textBetween(0, content.size);
}
