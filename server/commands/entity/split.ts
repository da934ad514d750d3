import { type EntityRecord, titleOf } from '../../../shared/names/entity/entity.ts';
import { entityProblems } from '../../../shared/names/entity/problems.ts';
import type { Context } from '../../context.ts';
import { becameOf, entityById, insertEntities, lockEntities, rewriteEntity } from '../../db/entity.ts';
import { labelsOf } from '../../db/label.ts';
import { documentsMentioning } from '../../db/occurrence.ts';
import type { Act, ActInput, Piece, Place } from '../act/act.ts';
import { beginAct } from '../act/begin.ts';
import { subjects } from './acts-on.ts';
import { type Moved, type MovedBack, moveBack, moveMentions } from './mentions.ts';
import type { RegistryAnswer } from './merge.ts';

/** Mentions that leave an entity for another one. */
interface Splitting extends ActInput {
  readonly from: string;
  readonly to: string;
  /** What the other one says, where it is a new one. */
  readonly made: EntityRecord | null;
  /** The label that they get; `null` leaves them theirs. */
  readonly label: string | null;
}

interface SplitPiece extends Piece {
  readonly mentions: readonly string[];
  /** True for the piece that makes the new entity. */
  readonly isFirst: boolean;
}

/** The new entity comes first, and goes last when it is taken back: a mention always means one that is there. */
export const splitAct: Act<Splitting, SplitPiece, { readonly moved: readonly Moved[] }> = {
  kind: 'split',
  async make(place, { from, to, made, label }, { document, mentions, isFirst }) {
    const { ctx, trx, project, job } = place;
    if (isFirst && made) {
      const by = { cause: 'split', person: ctx.person, at: ctx.now(), job } as const;
      await insertEntities(trx, project, [{ id: to, ...made }], by);
    }
    const now = await becameOf(trx, project, to);
    if (document === null || now === null) return { moved: [] };
    return { moved: await moveMentions(place, document, { from, to: now, label, only: mentions }) };
  },
  async takeBack(place, { from, to, made, label }, { document, isFirst }, { moved }): Promise<MovedBack> {
    const { trx, project } = place;
    const now = [to, await becameOf(trx, project, to)];
    const back = await becameOf(trx, project, from);
    const sum =
      document === null ? { taken: 0, left: 0 } : await moveBack(place, document, { moved, now, label, back });
    if (isFirst && made) await takeOut(place, to);
    return sum;
  },
};

/** An entity that a split made goes, unless somebody has come to mean it. */
async function takeOut({ ctx, trx, project, job }: Place, id: string): Promise<void> {
  const entity = (await lockEntities(trx, project, [id])).get(id);
  if (!entity || (await documentsMentioning(trx, project, id)).length > 0) return;
  await rewriteEntity(trx, project, entity, { cause: 'removed', person: ctx.person, at: ctx.now(), job });
}

/** What to split off an entity: the mentions, and a record for a new entity or the id of one that is there. */
export interface Split {
  readonly project: string;
  readonly id: string;
  readonly to: { readonly record: EntityRecord } | { readonly id: string };
  readonly mentions: readonly { readonly document: string; readonly mention: string }[];
}

/** Moves some mentions of an entity to a new one, or to another one that is there. They get the label of that. */
export async function splitEntity(ctx: Context, { project, id, to, mentions }: Split): Promise<RegistryAnswer> {
  const target = 'id' in to ? to.id : ctx.newId();
  const byDocument = new Map<string, string[]>();
  for (const { document, mention } of mentions) {
    byDocument.set(document, [...(byDocument.get(document) ?? []), mention]);
  }
  const done = await beginAct(ctx, splitAct, project, async (trx) => {
    const those = 'id' in to ? [id, to.id] : [id];
    const { found, problems } = await subjects(trx, project, those);
    const wrong = 'record' in to ? entityProblems(to.record, await labelsOf(trx, project)) : [];
    if (problems.length + wrong.length > 0) return { ok: false, problems: [...problems, ...wrong] };
    const label = 'id' in to ? found(to.id).label : to.record.label;
    const known = await documentsMentioning(trx, project, id);
    const pieces = known.flatMap((document) => {
      const own = byDocument.get(document);
      return own ? [{ document, mentions: own, isFirst: false }] : [];
    });
    const [first = { document: null, mentions: [] }, ...rest] = pieces;
    const names = [titleOf(found(id)), titleOf('id' in to ? found(to.id) : to.record)];
    const input = {
      subjects: [id, target],
      names,
      from: id,
      to: target,
      made: 'record' in to ? to.record : null,
      label,
    };
    return { ok: true, value: { input, pieces: [{ ...first, isFirst: true }, ...rest] } };
  });
  if (!done.ok) return done;
  const { job, isDone } = done.value;
  const counts = done.value.done.map(({ outcome: { moved } }) => moved.length).filter((count) => count > 0);
  return {
    ok: true,
    entity: (await entityById(ctx.store.db, project, target)) ?? null,
    ...{ job, isDone },
    mentions: counts.reduce((sum, count) => sum + count, 0),
    documents: counts.length,
  };
}
