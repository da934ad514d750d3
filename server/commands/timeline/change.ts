import { Transform } from 'prosemirror-transform';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import type { Purpose } from '../../../shared/wire/purpose.ts';
import type { Context } from '../../context.ts';
import { documentHead } from '../../db/document.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { HeldDocument } from '../../timeline/rebuild.ts';
import { pushSteps } from './push.ts';

/** Writes the steps of a change; `false` when there is nothing to change. */
export type Change = (tr: Transform, held: HeldDocument) => boolean | Promise<boolean>;

/** Others may move the head between reading and pushing; this often it is tried anew. */
const TRIES = 20;

/** Changes a document as a client would, on top of whatever others do meanwhile; `null` when nothing is to change. Throws
 *  where the result would be refused: the change is ours, so that is a fault of the program or of the disk. */
export async function changeDocument(
  ctx: Context,
  document: string,
  change: Change,
  purpose?: Purpose,
): Promise<DocumentChange | null> {
  const client = `server-${ctx.newId()}`;
  for (let tries = 0; tries < TRIES; tries++) {
    const head = await documentHead(ctx.store.db, document);
    if (!head) throw new UnknownRecord('document', document);
    const held = await ctx.timeline.at(ctx.store.db, document, head.version);
    const tr = new Transform(held.doc);
    if (!(await change(tr, held)) || tr.steps.length === 0) return null;
    const steps = tr.steps.map((step) => step.toJSON() as unknown);
    const { version: base, mark, schema } = held;
    const pushed = await pushSteps(ctx, { document, base, mark, client, schema, steps, purpose });
    if (pushed.ok) return { document, before: held.version, after: pushed.version, mark: pushed.mark };
    if (pushed.reason === 'reload')
      throw new Error(`Document ${document} is written in schema ${pushed.schema} by now.`);
    if (pushed.reason !== 'stale' && pushed.reason !== 'history')
      throw new Error(pushed.problems.map(({ message }) => message).join(' '));
  }
  throw new Error(`Document ${document} changes too fast; try again.`);
}
