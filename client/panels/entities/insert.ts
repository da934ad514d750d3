import { TextSelection, type Transaction } from 'prosemirror-state';
import { addMention, setMentionRendering } from '../../../shared/doc/edit/mention.ts';
import { segmentAt } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import type { GivenMention } from '../../../shared/doc/proposals/proposal.ts';
import type { SegmentName } from './names.ts';

/** Writes the English of `name` at the caret, or in place of what is selected, and links it: a name that nobody has marked
 *  becomes the mention `given` with both sides; a mention gets its English. A space parts it from a word before it. Refused when it has no English or the selection does not stand in one
 *  segment. */
export function insertName(tr: Transaction, name: SegmentName, given: GivenMention, source: string): boolean {
  const { from, to } = tr.selection;
  const segment = segmentAt(tr.doc, from);
  if (name.english === '' || !segment || to > segment.pos + segment.node.nodeSize - 1) return false;
  const before = segment.text.slice(0, from - segment.pos - 1);
  const gap = /[\p{L}\p{N}.,;:!?)”’]$/u.test(before) ? ' ' : '';
  tr.replaceWith(from, to, schema.text(gap + name.english));
  const start = from - segment.pos - 1 + gap.length;
  const place = { segment: segment.id, from: start, to: start + name.english.length };
  const { label, mention } = name;
  const isLinked =
    mention === null
      ? addMention(
          tr,
          { id: given.id, entity: given.entity(), label, state: 'accepted', source: name.source, rendering: place },
          source,
        )
      : setMentionRendering(tr, mention, place);
  tr.setSelection(TextSelection.create(tr.doc, segment.pos + 1 + place.to)).scrollIntoView();
  return isLinked;
}
