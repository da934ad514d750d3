import type { Context } from '../../context.ts';
import { documentIds, lockHead } from '../../db/document.ts';
import { landing } from '../../db/landing.ts';
import { projectionOf, writeProjections } from '../../timeline/projection.ts';
import { acceptSteps } from '../timeline/accept.ts';
import { meaningRepair } from '../timeline/meaning.ts';

/** What a rebuild has gone through. */
export interface Rebuilt {
  readonly documents: number;
  readonly segments: number;
}

/** Writes the projections and the progress of every document anew from its timeline, one transaction a document. Mentions of an
 *  entity that is not there come to mean what that has become, or none. */
export async function rebuildProjections(ctx: Context): Promise<Rebuilt> {
  const { store, timeline } = ctx;
  let segments = 0;
  const documents = await documentIds(store.db);
  for (const id of documents) {
    segments += await landing(store, async (trx, landed) => {
      const head = await lockHead(trx, id);
      if (!head) return 0;
      const held = await timeline.at(trx, id, head.version);
      const rows = await writeProjections(trx, held);
      const repair = await meaningRepair(trx, head.project, null, held.doc);
      if (!repair) return rows;
      const steps = repair.steps.map((step) => ({ step, json: JSON.stringify(step.toJSON()) }));
      const { progress } = projectionOf(held);
      const client = `server-${ctx.newId()}`;
      const all = { head: { ...head, progress }, before: held, doc: repair.doc, steps, client };
      const accepted = await acceptSteps(ctx, trx, all);
      if (accepted.ok) landed(() => timeline.accepted(accepted.value.held));
      return rows;
    });
  }
  return { documents: documents.length, segments };
}
