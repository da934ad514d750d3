import type { Kind } from '../../core/outline.ts';
import { isConfirmed, type Origin, type Status } from '../../core/status.ts';
import type { Taken } from '../../core/taken.ts';

/** What is said of a rendering: where it stands and how it came to be. */
export interface Standing {
  readonly status: Status;
  readonly origin: Origin | null;
  /** Left out where it stays as it is. */
  readonly taken?: Taken | null;
}

/** The standing of a segment whose source or rendering somebody changed, so that `text` renders it now: nobody vouches
 *  for it any more, an empty one is back at the start. `suggested` and `rejected` stay, for they still say what to do. */
export function standingOf(text: string, { status, origin }: Standing): Standing {
  if (text === '') return { status: 'initial', origin: null, taken: null };
  return { status: isConfirmed(status) ? 'draft' : status, origin };
}

/** The standing of a rendering after a person typed in it, so that it reads `text`: as `standingOf`, but `initial` and
 *  `suggested` become a draft too, and a text that came from nowhere is `typed`. */
export function editedStanding(text: string, standing: Standing): Standing {
  const said = standingOf(text, standing);
  if (text === '') return said;
  const { status, origin } = said;
  return { status: status === 'initial' || status === 'suggested' ? 'draft' : status, origin: origin ?? 'typed' };
}

/** A part of a merger. */
export interface Part extends Standing {
  readonly kind: Kind;
  readonly text: string;
}

const confirmedStatuses: readonly Status[] = ['translated', 'reviewed', 'final'];

/** The standing of two neighbours made one. Two confirmed ones are as far as the less advanced; a rejection outlives the
 *  merger; equals stay; anything else with text is a draft. Different origins make `typed`: a person put them together.
 *  What was taken stays so where nothing joins it. */
export function joinedStanding(left: Part, right: Part): Standing {
  const only = left.text === '' ? right : right.text === '' ? left : null;
  return {
    status: joinedStatus(left, right),
    origin: joinedOrigin(left.origin, right.origin),
    taken: only?.taken ?? null,
  };
}

/** A lead stays one only among leads: as soon as something is said, it is a sentence. */
export function joinedKind(left: Kind, right: Kind): Kind {
  return left === 'lead' && right === 'lead' ? 'lead' : 'sentence';
}

function joinedStatus(left: Part, right: Part): Status {
  if (left.status === right.status) return left.status;
  if (isConfirmed(left.status) && isConfirmed(right.status))
    return confirmedStatuses.find((status) => status === left.status || status === right.status) ?? 'draft';
  if (left.status === 'rejected' || right.status === 'rejected') return 'rejected';
  return left.text + right.text === '' ? 'initial' : 'draft';
}

function joinedOrigin(left: Origin | null, right: Origin | null): Origin | null {
  if (left === null || right === null || left === right) return left ?? right;
  return 'typed';
}
