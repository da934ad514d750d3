import type { Checked } from '../../shared/core/problem.ts';
import type { Context } from '../context.ts';
import type { Writer } from '../db/database.ts';

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

/** Writes what a part has made, in the transaction that marks it as done, and gives its outcome (JSON). It may run again
 *  from the start, and must touch nothing but the database. */
export type Write = (trx: Writer) => Promise<unknown>;

/** What is known of a kind of job. A part makes what it makes outside any transaction, as long as it may take, and leaves no
 *  trace; what it gives then writes all of it at once. So each part is done once, whatever is killed in between. */
export interface JobKind {
  part(ctx: Context, part: Part): Promise<Checked<Write>>;
  /** Takes back a part that was done, given its outcome. A kind that has one part at the most never needs it. */
  takeBack?(ctx: Context, part: Part, outcome: unknown): Promise<Write>;
}

export type JobKinds = Readonly<Record<string, JobKind>>;
