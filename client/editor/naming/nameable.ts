import type { Span } from '../../../shared/core/span.ts';
import type { MentionPart } from '../../../shared/doc/model/marked.ts';
import type { NamePlace } from '../commands/mention.ts';
import type { Side } from '../page/row-range.ts';
import { mentionsAround } from '../paint/mention-place.ts';
import { otherSide } from './name-keys.ts';

/** What may be marked or changed now. */
export interface Nameable {
  readonly side: Side;
  readonly text: string;
  /** The mention that was taken. */
  readonly held: MentionPart | null;
  /** The mention that changes are about: the one that is held, else the innermost around. */
  readonly about: MentionPart | null;
  /** True while a held mention came over the spine and has no place here yet: it waits to be given one. */
  readonly isCarried: boolean;
  /** The mentions that hold all of the place, the innermost first. */
  readonly around: readonly MentionPart[];
  /** Those of the segment that stand only on the other side. */
  readonly waiting: readonly MentionPart[];
  /** The one waiting mention with the label of a mention that stands on this side alone: most likely its other half. */
  readonly partner: Partner | null;
  /** What was selected, where its words were made whole. */
  readonly letters: string | null;
}

/** A mention that stands on the other side alone, and how it reads there. */
export interface Partner extends Pick<MentionPart, 'mention'> {
  readonly text: string;
}

/** What may be marked or changed at `place`, which reads `text`, in a row with these mentions. */
export function nameableAt(
  place: NamePlace,
  text: string,
  parts: readonly MentionPart[],
  heldId: string | null,
  letters: string | null,
): Nameable {
  const { side } = place;
  const held = parts.find(({ mention }) => mention.id === heldId) ?? null;
  const around = mentionsAround(parts, side, place);
  const waiting = parts.filter((part) => part[side] === null && part[otherSide(side)] !== null);
  const about = held ?? around[0] ?? null;
  const isCarried = held !== null && held[side] === null;
  return { side, text, held, about, isCarried, around, waiting, partner: partnerOf(about, side, waiting), letters };
}

function partnerOf(about: MentionPart | null, side: Side, waiting: readonly MentionPart[]): Partner | null {
  if (!about?.[side] || about[otherSide(side)]) return null;
  const [only, another] = waiting.filter(({ mention }) => mention.label === about.mention.label);
  const text = only?.[otherSide(side)]?.text;
  return only && !another && text !== undefined ? { mention: only.mention, text } : null;
}

/** True for two ranges that are one. */
export function isSame(a: Span | null, b: Span | null): boolean {
  return a !== null && b !== null && a.from === b.from && a.to === b.to;
}
