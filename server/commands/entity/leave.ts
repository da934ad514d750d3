import type { EntityRecord } from '../../../shared/names/entity/entity.ts';
import { mergedRecord, partedRecord } from '../../../shared/names/entity/merge.ts';
import { becameOf, entityById, lockEntities, reviveEntity, rewriteEntity } from '../../db/entity.ts';
import { documentsMentioning } from '../../db/occurrence.ts';
import { PartRefused } from '../../jobs/kind.ts';
import type { Act, ActInput, Piece, Place } from '../act/act.ts';
import { type Moved, type MovedBack, moveBack, moveMentions } from './mentions.ts';

/** An entity that leaves the registry: merged into another one, or, where `into` is `null`, removed. */
export interface Leaving extends ActInput {
  readonly id: string;
  readonly into: string | null;
  /** The label that its mentions get; `null` leaves them theirs. */
  readonly label: string | null;
}

/** What one piece did: the mentions of a document, or, last of all, the registry. */
export interface Left {
  readonly moved: readonly Moved[];
  /** Mentions that were made while the act was under way, by document. */
  readonly late?: readonly { readonly document: string; readonly moved: readonly Moved[] }[];
  /** What the one that stays said before, and the revision at which it says what both said. */
  readonly kept?: { readonly record: EntityRecord; readonly revision: number } | null;
}

/** Mentions move first, document by document, and the entity goes last: at no time does a mention mean what is not there. */
function leaving(kind: 'merge' | 'remove'): Act<Leaving, Piece, Left> {
  return {
    kind,
    async make(place, input, { document }) {
      const { project, trx } = place;
      const { id, into, label } = input;
      const move = { from: id, to: into, label };
      if (document !== null) {
        if (into !== null && !(await entityById(trx, project, into))) throw new PartRefused([gone(into)]);
        return { moved: await moveMentions(place, document, move) };
      }
      const kept = await takeOut(place, input);
      const late = [];
      for (const other of await documentsMentioning(trx, project, id)) {
        late.push({ document: other, moved: await moveMentions(place, other, move) });
      }
      return { moved: [], late, kept };
    },
    async takeBack(place, input, { document }, { moved, late = [], kept = null }): Promise<MovedBack> {
      const { id, into, label } = input;
      if (document === null) await bringBack(place, input, kept);
      const now = into === null ? [null] : [into, await becameOf(place.trx, place.project, into)];
      const moves = document === null ? late : [{ document, moved }];
      let sum: MovedBack = { taken: 0, left: 0 };
      for (const one of moves) {
        const back = await moveBack(place, one.document, { moved: one.moved, now, label, back: id });
        sum = { taken: sum.taken + back.taken, left: sum.left + back.left };
      }
      return sum;
    },
  };
}

export const mergeAct = leaving('merge');
export const removeAct = leaving('remove');

/** Takes the entity out of the registry; the one that stays says what both said. */
async function takeOut(
  { ctx, trx, project, job }: Place,
  { id, into }: Leaving,
): Promise<NonNullable<Left['kept']> | null> {
  const by = { person: ctx.person, at: ctx.now(), job };
  const found = await lockEntities(trx, project, into === null ? [id] : [id, into]);
  const entity = found.get(id);
  if (!entity) throw new PartRefused([gone(id)]);
  await rewriteEntity(trx, project, entity, { ...by, cause: 'removed', became: into });
  if (into === null) return null;
  const stays = found.get(into);
  if (!stays) throw new PartRefused([gone(into)]);
  const merged = { id: into, ...mergedRecord(stays, entity), revision: stays.revision };
  await rewriteEntity(trx, project, merged, { ...by, cause: 'merged' });
  const { id: _id, revision, changedAt: _changedAt, ...record } = stays;
  return { record, revision: revision + 1 };
}

/** Brings the entity back; the one that stayed says again what it said, or, where somebody has changed it since, no more what
 *  only the other one said. */
async function bringBack({ ctx, trx, project, job }: Place, { id, into }: Leaving, kept: Left['kept']): Promise<void> {
  const by = { person: ctx.person, at: ctx.now(), job, cause: 'restored' } as const;
  const entity = await reviveEntity(trx, project, id, by);
  if (!entity || into === null || !kept) return;
  const stays = (await lockEntities(trx, project, [into])).get(into);
  if (!stays) return;
  const { record } = kept;
  const parted = stays.revision === kept.revision ? record : partedRecord(stays, record, entity);
  await rewriteEntity(trx, project, { id: into, ...parted, revision: stays.revision }, by);
}

function gone(id: string) {
  const message = 'Somebody has deleted or merged the entity meanwhile. Nothing was changed.';
  return { rule: 'entity.gone', message, element: id };
}
