import type { Transform } from 'prosemirror-transform';
import type { MachineTrouble } from '../../../shared/core/machine.ts';
import type { Origin, Status } from '../../../shared/core/status.ts';
import { isConfirmed } from '../../../shared/core/status.ts';
import type { Taken } from '../../../shared/core/taken.ts';
import { setMatch, type TakenMatch } from '../../../shared/doc/edit/match.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import type { Act, ActInput, Piece } from '../act/act.ts';
import { changeWithin } from '../act/change-within.ts';
import { revertWithin } from '../act/revert-within.ts';

/** A rendering for a segment, as long as its Persian still is `source`. */
export interface Filling {
  readonly segment: string;
  readonly source: string;
  readonly text: string;
  /** Where mentions of the segment have their English in it. */
  readonly names?: TakenMatch['names'];
  /** What it is taken from; the same said elsewhere in the project, where it is left out. */
  readonly from?: Pick<Taken, 'score' | 'from'>;
  /** True for what a machine said. */
  readonly isByMachine?: boolean;
}

/** What a machine was asked for and did not give, and why it was asked no more. */
export interface Unanswered {
  readonly unanswered: number;
  readonly trouble: MachineTrouble['rule'] | null;
}

export interface FillPiece extends Piece, Partial<Unanswered> {
  readonly rows: readonly Filling[];
}

export interface Filled extends Unanswered {
  readonly change: DocumentChange | null;
  readonly count: number;
  /** How many of them a machine said. */
  readonly byMachine: number;
}

/** The same text, from the project itself. */
const saidHere = { score: 100, from: '' } as const;

/** Writes renderings into segments of each document by one change. What a person wrote, or vouched for, since stays. */
function fillAct(
  kind: 'propagate' | 'pretranslate',
  standing: { readonly status: Status; readonly origin: Origin },
): Act<ActInput, FillPiece, Filled> {
  return {
    kind,
    async make(place, _input, { document, rows, unanswered = 0, trouble = null }) {
      let [count, byMachine] = [0, 0];
      if (document === null) return { change: null, count, byMachine, unanswered, trouble };
      const change = await changeWithin(place, document, (tr: Transform, { source }) => {
        const written = rows.filter((row) => {
          const segment = segmentById(tr.doc, row.segment);
          const isSame = segment !== null && source.text.slice(segment.from, segment.to) === row.source;
          if (!isSame || !mayBeFilled(segment)) return false;
          const taken = { ...(row.from ?? saidHere), at: place.ctx.now() };
          const origin = row.isByMachine ? 'machine' : standing.origin;
          return setMatch(
            tr,
            row.segment,
            { target: row.text, names: row.names ?? [] },
            { ...standing, origin, taken },
          );
        });
        count = written.length;
        byMachine = written.filter((row) => row.isByMachine).length;
        return count > 0;
      });
      return { change, count, byMachine, unanswered, trouble };
    },
    takeBack: async (place, _input, _piece, { change }) => (change ? revertWithin(place, change) : null),
  };
}

/** The same said in the other places of a confirmed segment. A person has looked at each. */
export const propagateAct = fillAct('propagate', { status: 'draft', origin: 'propagated' });
/** The best matches of the memories, and what a machine said; nobody has looked at them yet. */
export const preTranslateAct = fillAct('pretranslate', { status: 'suggested', origin: 'memory' });

/** True for a row that nobody has written, and nobody has vouched for. */
export function mayBeFilled({
  status,
  origin,
  text,
}: {
  status: Status;
  origin: Origin | null;
  text: string;
}): boolean {
  if (isConfirmed(status)) return false;
  return text === '' || origin === 'memory' || origin === 'machine' || origin === 'propagated';
}
