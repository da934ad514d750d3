import type { DocumentChange, Reverted } from '../../../shared/wire/change.ts';
import { documentHead } from '../../db/document.ts';
import { reverting } from '../timeline/revert.ts';
import type { Place } from './act.ts';
import { changeWithin } from './change-within.ts';

/** Takes a change of a document back inside the transaction of a part, as `revertChange` does; nothing where the document is
 *  gone. */
export async function revertWithin(place: Place, made: DocumentChange): Promise<Reverted> {
  const { ctx, trx } = place;
  const head = await documentHead(trx, made.document);
  if (!head) return { outcome: 'none', taken: 0, left: made.after - made.before, change: null };
  return reverting(ctx, trx, made, (change) => changeWithin(place, made.document, change));
}
