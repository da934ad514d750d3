import { isHistoryTransaction } from 'prosemirror-history';
import { Plugin, type Transaction } from 'prosemirror-state';
import { isConfirmed } from '../../../shared/core/status.ts';
import { setAttributes } from '../../../shared/doc/edit/seam.ts';
import { saidOf } from '../../../shared/doc/merge/vouched.ts';
import { changedSegmentNodes } from '../../../shared/doc/model/difference.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { standingOf } from '../../../shared/doc/model/standing.ts';

/**
 * Undo brings back no state that nobody set: a segment is confirmed again only as it was when somebody vouched for it, with
 * that text over that Persian. Where others have written in it since, it is a draft. `source` is the text as it was imported.
 */
export function undoVouchesForNothing(source: string): Plugin {
  const vouched = new Set<string>();
  return new Plugin({
    state: {
      init: () => null,
      apply(tr, _value, before) {
        if (!tr.docChanged || isAnswer(tr)) return null;
        for (const node of changedSegmentNodes(before.doc, tr.doc).was) {
          if (isConfirmed(segmentAttrs(node).status)) vouched.add(saidOf(node, before.doc, source));
        }
        return null;
      },
    },
    appendTransaction(transactions, before, { doc, tr }) {
      if (!transactions.some((each) => each.docChanged && isHistoryTransaction(each))) return null;
      for (const node of changedSegmentNodes(before.doc, doc).now) {
        const { id, status } = segmentAttrs(node);
        const segment = isConfirmed(status) && !vouched.has(saidOf(node, doc, source)) ? segmentById(doc, id) : null;
        if (segment) setAttributes(tr, segment.pos, { ...standingOf(segment.text, segment) });
      }
      return tr.docChanged ? tr : null;
    },
  });
}

/** True for a transaction that answers the one before it. What that one left was nobody's yet: words that came back with an
 *  undo or with typing, in a state that they are not to have. */
function isAnswer(tr: Transaction): boolean {
  return tr.getMeta('appendedTransaction') !== undefined || tr.getMeta('mend') === true;
}
