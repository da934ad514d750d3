import type { EntityProposal } from '../../shared/core/registry-proposal.ts';
import type { MentionPart } from '../../shared/doc/marked.ts';
import type { NamePlace } from './commands/mention.ts';
import { CHOICES, type EntityChooser } from './entity-chooser.ts';
import { mentionsAround } from './mention-place.ts';
import { otherSide } from './name-keys.ts';
import type { Side } from './row-range.ts';

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
  /** The entities that the mention may mean, the likeliest first; each has the digit of its place as its key. */
  readonly choices: readonly EntityProposal[];
}

/** What may be marked or changed at `place`, which reads `text`, in a row with these mentions. */
export function nameableAt(
  place: NamePlace,
  text: string,
  parts: readonly MentionPart[],
  heldId: string | null,
  chooser: EntityChooser | null,
): Nameable {
  const { side } = place;
  const held = parts.find(({ mention }) => mention.id === heldId) ?? null;
  const around = mentionsAround(parts, side, place);
  const waiting = parts.filter((part) => part[side] === null && part[otherSide(side)] !== null);
  return { side, text, held, around, waiting, choices: choicesFor(held ?? around[0] ?? null, chooser) };
}

function choicesFor(part: MentionPart | null, chooser: EntityChooser | null): readonly EntityProposal[] {
  const surface = part?.source ?? part?.rendering;
  if (!surface || !chooser) return [];
  const side = part?.source ? 'fa' : 'en';
  return chooser.proposed({ surface: surface.text, side, wikidata: null }).slice(0, CHOICES);
}
