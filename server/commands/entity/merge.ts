import type { Problem } from '../../../shared/core/problem.ts';
import { titleOf } from '../../../shared/names/entity/entity.ts';
import type { Context } from '../../context.ts';
import type { Writer } from '../../db/database.ts';
import { entityById, type StoredEntity } from '../../db/entity.ts';
import { documentsMentioning } from '../../db/occurrence.ts';
import type { Piece } from '../act/act.ts';
import { type Acted, beginAct } from '../act/begin.ts';
import { subjects } from './acts-on.ts';
import { type Leaving, type Left, mergeAct, removeAct } from './leave.ts';

/** What a change of the registry that goes over many documents came to. */
export type RegistryAnswer =
  | {
      readonly ok: true;
      /** The entity that its mentions mean now; `null` after a removal. */
      readonly entity: StoredEntity | null;
      /** The job, which takes it back. */
      readonly job: string;
      /** False while it is still under way: it goes on by itself. */
      readonly isDone: boolean;
      readonly mentions: number;
      readonly documents: number;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Makes one entity of two: `into` gains the names of `from`, whose mentions mean `into` from now on. With `relabel` they get
 *  its label too. */
export async function mergeEntities(
  ctx: Context,
  input: { readonly project: string; readonly into: string; readonly from: string; readonly relabel?: boolean },
): Promise<RegistryAnswer> {
  const { project, into, from, relabel = false } = input;
  if (into === from) {
    const message = 'An entity cannot be merged with itself; choose another one.';
    return { ok: false, problems: [{ rule: 'entity.merge-self', message, element: into }] };
  }
  const done = await beginAct(ctx, mergeAct, project, async (trx) => {
    const { found, problems } = await subjects(trx, project, [into, from]);
    if (problems.length > 0) return { ok: false, problems };
    const label = relabel ? found(into).label : null;
    return planned(trx, project, {
      subjects: [into, from],
      names: [from, into].map((one) => titleOf(found(one))),
      id: from,
      into,
      label,
    });
  });
  return answerOf(ctx, project, into, done);
}

/** Takes an entity out of the registry; its mentions stay, and mean none. Its history stays too. */
export async function removeEntity(
  ctx: Context,
  { project, id }: { readonly project: string; readonly id: string },
): Promise<RegistryAnswer> {
  const done = await beginAct(ctx, removeAct, project, async (trx) => {
    const { found, problems } = await subjects(trx, project, [id]);
    if (problems.length > 0) return { ok: false, problems };
    return planned(trx, project, { subjects: [id], names: [titleOf(found(id))], id, into: null, label: null });
  });
  return answerOf(ctx, project, null, done);
}

async function planned(trx: Writer, project: string, input: Leaving) {
  const documents = await documentsMentioning(trx, project, input.id);
  const [first, ...rest] = [...documents, null].map((document): Piece => ({ document }));
  return { ok: true, value: { input, pieces: [first ?? { document: null }, ...rest] } } as const;
}

async function answerOf(
  { store: { db } }: Context,
  project: string,
  into: string | null,
  done: { readonly ok: true; readonly value: Acted<Piece, Left> } | Exclude<RegistryAnswer, { readonly ok: true }>,
): Promise<RegistryAnswer> {
  if (!done.ok) return done;
  const { job, isDone } = done.value;
  const counts = done.value.done.flatMap(({ outcome: { moved, late = [] } }) => [
    moved,
    ...late.map((one) => one.moved),
  ]);
  const entity = into === null ? null : ((await entityById(db, project, into)) ?? null);
  return {
    ok: true,
    ...{ entity, job, isDone },
    mentions: counts.reduce((sum, moved) => sum + moved.length, 0),
    documents: counts.filter((moved) => moved.length > 0).length,
  };
}
