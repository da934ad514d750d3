import type { Context } from '../../context.ts';
import { revisionsOf } from '../../db/entity.ts';
import { type JobState, jobsOfKind, partsOf } from '../../db/job.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { ActInput } from '../act/act.ts';
import { entityActs } from './acts-on.ts';

/** An act over many documents that an entity had a part in. */
export interface ActOnEntity {
  /** Its job, which takes it back. */
  readonly job: string;
  readonly kind: (typeof entityActs)[number];
  readonly state: JobState;
  /** The ids of the entities that it was about, and what they were called: of a merge the one that went first, of a split the one
   *  that the mentions left, of a renaming the old name. */
  readonly subjects: readonly string[];
  readonly names: readonly string[];
  readonly person: string;
  readonly at: number;
  /** How many mentions it went over, in how many documents; of one that was taken back, those that came back and those that did
   *  not. */
  readonly mentions: number;
  readonly documents: number;
  /** Mentions that stayed when it was taken back, since somebody had changed them. */
  readonly left: number;
}

/** All that an entity ever said, and every act over many documents that it had a part in; newest first. */
export async function entityHistory(
  { store: { db } }: Context,
  { project, id }: { readonly project: string; readonly id: string },
) {
  const revisions = await revisionsOf(db, project, id);
  if (revisions.length === 0) throw new UnknownRecord('entity', id);
  const acts: ActOnEntity[] = [];
  for (const { id: job, kind, state, input, person, created_at: at } of await jobsOfKind(db, project, entityActs)) {
    const { subjects, names } = JSON.parse(input) as ActInput;
    const known = entityActs.find((one) => one === kind);
    if (!known || !subjects.includes(id)) continue;
    const counts = (await partsOf(db, job)).map(({ outcome }) => counted(JSON.parse(outcome ?? 'null')));
    acts.push({
      ...{ job, kind: known, state, subjects, names, person, at },
      mentions: counts.reduce((sum, one) => sum + one.mentions, 0),
      documents: counts.reduce((sum, one) => sum + one.documents, 0),
      left: state === 'cancelled' ? counts.reduce((sum, one) => sum + one.left, 0) : 0,
    });
  }
  return { revisions, acts };
}

/** What the outcome of one piece comes to, of whatever act, done or taken back. */
function counted(outcome: unknown): { readonly mentions: number; readonly documents: number; readonly left: number } {
  const { moved, late = [], written, taken, left = 0 } = (outcome ?? {}) as Outcome;
  const each = [
    moved?.length ?? 0,
    ...late.map((one) => one.moved.length),
    written ?? 0,
    taken === undefined ? 0 : taken + left,
  ];
  const mentions = each.reduce((sum, one) => sum + one, 0);
  return { mentions, documents: each.filter((one) => one > 0).length, left: taken === undefined ? 0 : left };
}

interface Outcome {
  readonly moved?: readonly unknown[];
  readonly late?: readonly { readonly moved: readonly unknown[] }[];
  readonly written?: number;
  readonly taken?: number;
  readonly left?: number;
}
