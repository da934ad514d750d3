import type { Transform } from 'prosemirror-transform';
import { describeMention } from '../../../shared/doc/edit/mention.ts';
import { mentions } from '../../../shared/doc/model/read.ts';
import type { MentionAttrs } from '../../../shared/doc/model/schema.ts';
import type { Place } from '../act/act.ts';
import { changeWithin } from '../act/change-within.ts';

/** A mention that was moved to another entity, and the label that it had. */
export interface Moved {
  readonly mention: string;
  readonly label: string;
}

/** Which mentions of a document are to mean what. */
export interface Moving {
  readonly from: string;
  /** The entity that they shall mean, or `null` for none. */
  readonly to: string | null;
  /** The label that they shall have; `null` leaves them theirs. */
  readonly label: string | null;
  /** Ids of the mentions to move; all of the entity where it is left out. */
  readonly only?: readonly string[] | undefined;
}

/** Makes mentions of one document mean another entity, or none; gives those that were moved. */
export async function moveMentions(place: Place, document: string, moving: Moving): Promise<readonly Moved[]> {
  const { from, to, label, only } = moving;
  const chosen = only && new Set(only);
  let moved: readonly Moved[] = [];
  await changeWithin(place, document, (tr: Transform) => {
    const those = mentions(tr.doc).filter(({ id, entity }) => entity === from && (chosen?.has(id) ?? true));
    for (const { id } of those) describeMention(tr, id, { entity: to, ...(label !== null && { label }) });
    moved = those.map((mention) => ({ mention: mention.id, label: mention.label }));
    return moved.length > 0;
  });
  return moved;
}

/** How many mentions came back, and how many somebody has changed since, so that they stay. */
export interface MovedBack {
  readonly taken: number;
  readonly left: number;
}

/** Takes a move back: mentions that still mean one of `now` mean `back` again, with the label that they had. One that somebody
 *  has given another meaning since stays as it is, and so does a label that was changed. */
export async function moveBack(
  place: Place,
  document: string,
  { moved, now, label, back }: MovesBack,
): Promise<MovedBack> {
  const before = new Map(moved.map((one) => [one.mention, one.label]));
  let taken = 0;
  await changeWithin(place, document, (tr: Transform) => {
    const those = mentions(tr.doc).filter(({ id, entity }) => before.has(id) && now.includes(entity));
    for (const mention of those) describeMention(tr, mention.id, { entity: back, ...labelled(mention) });
    taken = those.length;
    return taken > 0;
  });
  return { taken, left: moved.length - taken };

  function labelled(mention: MentionAttrs): { readonly label?: string } {
    const had = before.get(mention.id);
    return label !== null && mention.label === label && had !== undefined ? { label: had } : {};
  }
}

interface MovesBack {
  readonly moved: readonly Moved[];
  /** What they were moved to, and what that has become. */
  readonly now: readonly (string | null)[];
  readonly label: string | null;
  readonly back: string | null;
}
