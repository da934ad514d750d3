import type { Context } from '../../context.ts';
import { revisionsOf } from '../../db/entity.ts';
import { type JobState, jobsOfKind, partsOf } from '../../db/job.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { ActInput } from '../act/act.ts';
import { entityActs } from './acts-on.ts';
import { type Reach, reachOf } from './reach.ts';

/** An act over many documents that an entity had a part in. */
export interface ActOnEntity extends Reach {
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
    const reach = reachOf((await partsOf(db, job)).map(({ outcome }) => JSON.parse(outcome ?? 'null')));
    const left = state === 'cancelled' ? reach.left : 0;
    acts.push({ ...{ job, kind: known, state, subjects, names, person, at }, ...reach, left });
  }
  return { revisions, acts };
}
