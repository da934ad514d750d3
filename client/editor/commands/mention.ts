import { closeHistory } from 'prosemirror-history';
import type { Command, Transaction } from 'prosemirror-state';
import type { Span } from '../../../shared/core/span.ts';
import {
  addMention,
  describeMention,
  removeMention,
  setMentionRendering,
  setMentionSource,
} from '../../../shared/doc/edit/mention.ts';
import type { MentionAttrs } from '../../../shared/doc/model/schema.ts';
import type { Side } from '../page/row-range.ts';

/** A range of one text of a segment; of the whole source on that side. */
export interface NamePlace extends Span {
  readonly segment: string;
  readonly side: Side;
}

/** Marks `place` as a new mention, accepted because a person did it. */
export function markMention(
  { id, label }: Pick<MentionAttrs, 'id' | 'label'>,
  place: NamePlace,
  source: string,
): Command {
  return once((tr) => {
    const sides = {
      source: place.side === 'source' ? place : null,
      rendering: place.side === 'rendering' ? place : null,
    };
    return addMention(tr, { id, label, entity: null, state: 'accepted', ...sides }, source);
  });
}

/** Gives a mention `place` on its side, in place of the one it had there: resizes it, or links it. */
export function placeMention(id: string, place: NamePlace, source: string): Command {
  return once((tr) => putSide(tr, id, place, source));
}

/** Gives a mention another label and, with it, `place` where that is another one. */
export function relabelMention(id: string, label: string, place: NamePlace, source: string): Command {
  return once((tr) => {
    const placed = putSide(tr, id, place, source);
    return describeMention(tr, id, { label, state: 'accepted' }) || placed;
  });
}

/** Makes one mention of two that stand on one side each: `id` gets the place of `other`, and its entity where it means none. */
export function joinMentions(
  { id, entity }: Pick<MentionAttrs, 'id' | 'entity'>,
  other: Pick<MentionAttrs, 'id' | 'entity'>,
  place: NamePlace,
  source: string,
): Command {
  return once((tr) => {
    if (!removeMention(tr, other.id) || !putSide(tr, id, place, source)) return false;
    if (entity === null && other.entity !== null) describeMention(tr, id, { entity: other.entity });
    return true;
  });
}

/** Says which entity a mention means, or none. */
export function meanEntity(id: string, entity: string | null): Command {
  return once((tr) => describeMention(tr, id, { entity }));
}

/** Takes a mention away from one side. It stays on the other; refused where it has none. */
export function unlinkMention(id: string, side: Side, source: string): Command {
  return once((tr) => (side === 'source' ? setMentionSource(tr, id, null, source) : setMentionRendering(tr, id, null)));
}

/** Removes a mention from both sides. */
export function deleteMention(id: string): Command {
  return once((tr) => removeMention(tr, id));
}

function putSide(tr: Transaction, id: string, place: NamePlace, source: string): boolean {
  const { from, to } = place;
  return place.side === 'source' ? setMentionSource(tr, id, { from, to }, source) : setMentionRendering(tr, id, place);
}

/** One change, one undo. */
function once(change: (tr: Transaction) => boolean): Command {
  return (state, dispatch) => {
    const tr = closeHistory(state.tr);
    if (!change(tr)) return false;
    dispatch?.(tr);
    return true;
  };
}
