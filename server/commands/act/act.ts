import type { Purpose, PurposeKind } from '../../../shared/wire/purpose.ts';
import type { Context } from '../../context.ts';
import type { Writer } from '../../db/database.ts';
import { documentHead } from '../../db/document.ts';
import type { Landed } from '../../db/landing.ts';
import type { JobKind, Part } from '../../jobs/kind.ts';

/** Where a part of an act is written: inside one transaction, for the person who began the act. */
export interface Place {
  readonly ctx: Context;
  readonly trx: Writer;
  readonly landed: Landed;
  readonly project: string;
  readonly job: string;
  /** What the history of a document tells of it. */
  readonly purpose: Purpose;
}

/** What every act is written down with. */
export interface ActInput {
  /** The ids of the entities that it is about; no other act over them begins before it has ended. */
  readonly subjects: readonly string[];
  /** What people call them, as it was when the act began. */
  readonly names: readonly string[];
}

/** A part of an act: one document, or what is no document's. */
export interface Piece {
  readonly document: string | null;
}

/** Something done over many documents, piece by piece, which can be taken back at any time later. */
export interface Act<Input extends ActInput = ActInput, P extends Piece = Piece, Outcome = unknown> {
  /** The name that its jobs are written down with. */
  readonly kind: PurposeKind;
  /** Does one piece. Throws `PartRefused` where it cannot be done. */
  make(place: Place, input: Input, piece: P): Promise<Outcome>;
  /** Takes one piece back; what somebody has changed since stays. Gives what became of it, which is kept. */
  takeBack(place: Place, input: Input, piece: P, outcome: Outcome): Promise<unknown>;
}

/** The act as a kind of job. */
export function actJob(act: Act): JobKind {
  return {
    async part(ctx, part) {
      const { input, piece } = read(part);
      await warm(ctx, piece);
      return { ok: true, value: (trx, landed) => act.make(placeOf(ctx, part, trx, landed, act.kind), input, piece) };
    },
    async takeBack(ctx, part, outcome) {
      const { input, piece } = read(part);
      await warm(ctx, piece);
      return (trx, landed) => act.takeBack(placeOf(ctx, part, trx, landed, 'revert'), input, piece, outcome);
    },
  };
}

/** The document is made ready before the transaction: nobody waits for that. */
async function warm({ store: { db }, timeline }: Context, { document }: Piece): Promise<void> {
  const head = document === null ? undefined : await documentHead(db, document);
  if (document !== null && head) await timeline.head(db, document, head);
}

function placeOf(ctx: Context, part: Part, trx: Writer, landed: Landed, kind: PurposeKind): Place {
  const { project, job, person } = part;
  if (project === null) throw new Error('An act belongs to a project');
  const purpose = { kind, deed: `${job} ${kind}`, names: read(part).input.names };
  return { ctx: { ...ctx, person }, trx, landed, project, job, purpose };
}

function read({ input, partInput }: Part) {
  return { input: input as ActInput, piece: partInput as Piece };
}
