import { isHistoryTransaction } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { isConfirmed } from '../../../shared/core/status.ts';
import { setAttributes } from '../../../shared/doc/edit/seam.ts';
import { changedSegmentNodes } from '../../../shared/doc/model/difference.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { standingOf } from '../../../shared/doc/model/standing.ts';

/**
 * Undo brings back no state that nobody set: a segment is confirmed again only as it was when somebody vouched for it, with
 * that text over that Persian. Where others have written in it since, it is a draft.
 */
export function undoVouchesForNothing(): Plugin {
  const vouched = new Set<string>();
  return new Plugin({
    state: {
      init: () => null,
      apply(tr, _value, before) {
        if (!tr.docChanged) return null;
        for (const node of changedSegmentNodes(before.doc, tr.doc).was) {
          if (isConfirmed(segmentAttrs(node).status)) vouched.add(saidOf(node, before.doc));
        }
        return null;
      },
    },
    appendTransaction(transactions, before, { doc, tr }) {
      if (!transactions.some((each) => each.docChanged && isHistoryTransaction(each))) return null;
      for (const node of changedSegmentNodes(before.doc, doc).now) {
        const { id, status } = segmentAttrs(node);
        const segment = isConfirmed(status) && !vouched.has(saidOf(node, doc)) ? segmentById(doc, id) : null;
        if (segment) setAttributes(tr, segment.pos, { ...standingOf(segment.text, segment) });
      }
      return tr.docChanged ? tr : null;
    },
  });
}

/** What somebody says who confirms a segment. */
function saidOf(node: Node, { attrs: { source } }: Node): string {
  const { id, from, to, status } = segmentAttrs(node);
  // A correction elsewhere moves the range, and what it covers is what it was.
  const persian = typeof source === 'string' ? source.slice(from, to) : `${from}-${to}`;
  return JSON.stringify([id, persian, status, node.textContent]);
}
