import type { Checked, Problem } from '../../shared/core/problem.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../db/database.ts';
import type { Landed } from '../db/landing.ts';

/** One part of a job, as the one who does it sees it. */
export interface Part {
  readonly job: string;
  readonly project: string | null;
  readonly person: string;
  readonly number: number;
  /** What the job and the part were written down with. */
  readonly input: unknown;
  readonly partInput: unknown;
  /** The files of the job; read when they are asked for. */
  files(): Promise<readonly Uint8Array[]>;
  /** Aborted when the job was cancelled, or another server has taken it over. */
  readonly signal: AbortSignal;
  /** How far the part is, between 0 and 1. */
  progress(share: number): void;
}

/** A part that is to be made. */
export interface NewPart extends Part {
  /** A folder for what lies between making and writing; it goes with the part, whatever comes of that. */
  folder(): Promise<string>;
}

/** Writes what a part has made, in the transaction that marks it as done, and gives its outcome (JSON). It may run again
 *  from the start, and must touch nothing but the database; what is to follow the commit it leaves with `landed`. Throws
 *  `PartRefused` where the database as it is by now does not let it be done. */
export type Write = (trx: Writer, landed: Landed) => Promise<unknown>;

/** What is known of a kind of job. A part makes what it makes outside any transaction, as long as it may take, and leaves no
 *  trace; what it gives then writes all of it at once. So each part is done once, whatever is killed in between. */
export interface JobKind {
  part(ctx: Context, part: NewPart): Promise<Checked<Write>>;
  /** Takes back a part that was done, given its outcome; what its writing gives is kept as what became of that. A kind that has
   *  one part at the most never needs it, but cannot be undone once it is done. */
  takeBack?(ctx: Context, part: Part, outcome: unknown): Promise<Write>;
}

export type JobKinds = Readonly<Record<string, JobKind>>;

/** A part found that it cannot be done: the job is taken back and says why. */
export class PartRefused extends Error {
  override readonly name = 'PartRefused';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join(' '));
    this.problems = problems;
  }
}
