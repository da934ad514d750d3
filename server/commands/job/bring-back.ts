import type { Context } from '../../context.ts';
import { entityById, revisionsOf, reviveEntity } from '../../db/entity.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { type Reach, reachOf } from '../entity/reach.ts';
import { undoAct } from './undo.ts';

/** What came of bringing a deleted entity back: `there` where somebody was first, `busy` where another act has it in hand. */
export type BroughtBack =
  | {
      readonly became: 'back';
      /** False while it is still under way: it goes on by itself. */
      readonly isDone: boolean;
      /** Mentions that mean it again, and those that somebody has changed since. */
      readonly mentions: number;
      readonly left: number;
    }
  | { readonly became: 'there' | 'busy' };

/** Brings a deleted entity back, however long ago that was, with its mentions: what somebody has changed since stays. */
export async function bringBackEntity(
  ctx: Context,
  { project, id }: { readonly project: string; readonly id: string },
): Promise<BroughtBack> {
  const { store } = ctx;
  const [last] = await revisionsOf(store.db, project, id);
  if (!last) throw new UnknownRecord('entity', id);
  if (last.cause === 'removed' && last.job !== null) {
    const { isTurned, isDone, pieces } = await undoAct(ctx, { id: last.job });
    if (isTurned) return back(isDone, reachOf(pieces.map(({ outcome }) => outcome)));
  } else if (last.cause === 'removed' || last.cause === 'undone') {
    const by = { person: ctx.person, at: ctx.now(), cause: 'restored' } as const;
    const revived = await store.transaction((trx) => reviveEntity(trx, project, id, by));
    if (revived) return back(true, { mentions: 0, documents: 0, left: 0 });
  }
  return { became: (await entityById(store.db, project, id)) ? 'there' : 'busy' };
}

function back(isDone: boolean, { mentions, left }: Reach): BroughtBack {
  return { became: 'back', isDone, mentions: mentions - left, left };
}
