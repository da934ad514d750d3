import { isHistoryTransaction } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { Plugin, type Transaction } from 'prosemirror-state';
import { setAttributes } from '../../../shared/doc/edit/seam.ts';
import { isOfText, saidOf } from '../../../shared/doc/merge/vouched.ts';
import { changedSegmentNodes } from '../../../shared/doc/model/difference.ts';
import { type Segment, segmentById } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { editedStanding } from '../../../shared/doc/model/standing.ts';

/**
 * Undo brings back no state that nobody set: a segment is confirmed again, or not translated though it has a text, only as it
 * was when somebody said so, with that text over that Persian. Where others have written in it since, it is a draft. `source` is
 * the text as it was imported.
 */
export function undoVouchesForNothing(source: string): Plugin {
  const vouched = new Set<string>();
  return new Plugin({
    state: {
      init: () => null,
      apply(tr, _value, before) {
        if (!tr.docChanged || isAnswer(tr)) return null;
        for (const node of changedSegmentNodes(before.doc, tr.doc).was) {
          if (isOfText(judged(node))) vouched.add(saidOf(node, before.doc, source));
        }
        return null;
      },
    },
    appendTransaction(transactions, before, { doc, tr }) {
      if (!transactions.some((each) => each.docChanged && isHistoryTransaction(each))) return null;
      for (const node of changedSegmentNodes(before.doc, doc).now) {
        if (!isOfText(judged(node)) || vouched.has(saidOf(node, doc, source))) continue;
        const segment = segmentById(doc, segmentAttrs(node).id);
        if (segment) setAttributes(tr, segment.pos, { ...editedStanding(segment.text, segment) });
      }
      return tr.docChanged ? tr : null;
    },
  });
}

function judged(node: Node): Pick<Segment, 'status' | 'text'> {
  return { status: segmentAttrs(node).status, text: node.textContent };
}

/** True for a transaction that answers the one before it. What that one left was nobody's yet: words that came back with an
 *  undo or with typing, in a state that they are not to have. */
function isAnswer(tr: Transaction): boolean {
  return tr.getMeta('appendedTransaction') !== undefined || tr.getMeta('mend') === true;
}
