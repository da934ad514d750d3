import type { MentionPart } from '../../../shared/doc/model/marked.ts';
import type { NamePlace } from '../commands/mention.ts';
import type { Side } from '../page/row-range.ts';
import { mentionsAround } from '../paint/mention-place.ts';
import { otherSide } from './name-keys.ts';

/** What may be marked or changed now. */
export interface Nameable {
  readonly side: Side;
  readonly text: string;
  /** The mention that changes are about. */
  readonly held: MentionPart | null;
  /** The mentions that hold all of the place, the innermost first. */
  readonly around: readonly MentionPart[];
  /** Those of the segment that stand only on the other side. */
  readonly waiting: readonly MentionPart[];
}

/** What may be marked or changed at `place`, which reads `text`, in a row with these mentions. */
export function nameableAt(
  place: NamePlace,
  text: string,
  parts: readonly MentionPart[],
  heldId: string | null,
): Nameable {
  const { side } = place;
  const held = parts.find(({ mention }) => mention.id === heldId) ?? null;
  const around = mentionsAround(parts, side, place);
  const waiting = parts.filter((part) => part[side] === null && part[otherSide(side)] !== null);
  return { side, text, held, around, waiting };
}
