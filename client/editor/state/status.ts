import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { setAttributes } from '../../../shared/doc/edit/seam.ts';
import { type Segment, segmentAt } from '../../../shared/doc/model/read.ts';
import { editedStanding } from '../../../shared/doc/model/standing.ts';
import { isReplayed } from './guard.ts';

const standing = new PluginKey('standing');

/** Marks `tr` as one that says itself where the segments stand whose text it changes: no person typed that. */
export function withOwnStanding(tr: Transaction): Transaction {
  return tr.setMeta(standing, true);
}

/**
 * Typing takes back what somebody vouched for: it makes a confirmed segment a draft again, an untranslated one a draft,
 * an emptied one untranslated. The change of state joins the change of text, so that one undo takes back both.
 */
export function typingMakesDrafts(): Plugin {
  return new Plugin({
    key: standing,
    appendTransaction(transactions, _before, state) {
      const { tr } = state;
      for (const segment of typedIn(transactions, state)) {
        const said = editedStanding(segment.text, segment);
        setAttributes(tr, segment.pos, { ...said, ...(segment.text !== '' && { leftOut: false }) });
      }
      return tr.docChanged ? tr : null;
    },
  });
}

/** The segments in which a person typed, as they are now. */
function typedIn(transactions: readonly Transaction[], { doc }: EditorState): readonly Segment[] {
  const edited = new Map<string, Segment>();
  for (const [index, tr] of transactions.entries()) {
    if (!tr.docChanged || isReplayed(tr) || tr.getMeta(standing)) continue;
    for (const [step, map] of tr.mapping.maps.entries()) {
      map.forEach((_from, _to, from) => {
        const here = tr.mapping.slice(step + 1).map(from);
        const now = transactions.slice(index + 1).reduce((pos, later) => later.mapping.map(pos), here);
        const segment = segmentAt(doc, now);
        if (segment) edited.set(segment.id, segment);
      });
    }
  }
  return [...edited.values()];
}
