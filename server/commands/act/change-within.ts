import { Transform } from 'prosemirror-transform';
import { latestVersion } from '../../../shared/doc/model/migrations.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import { lockHead } from '../../db/document.ts';
import { PartRefused } from '../../jobs/kind.ts';
import { acceptSteps } from '../timeline/accept.ts';
import type { Change } from '../timeline/change.ts';
import type { Place } from './act.ts';

/** Changes a document inside the transaction of a part: nobody else can change it before that has ended. `null` when nothing is
 *  to change, or the document is gone or moved to another
 *  project. Throws `PartRefused` where the result would break a law. */
export async function changeWithin(
  { ctx, trx, landed, project, purpose }: Place,
  document: string,
  change: Change,
): Promise<DocumentChange | null> {
  const { timeline } = ctx;
  const head = await lockHead(trx, document);
  if (!head || head.project !== project) return null;
  if (head.schema !== latestVersion(timeline.editions)) {
    throw new Error(`Document ${document} is written in schema ${head.schema}`);
  }
  const before = await timeline.head(trx, document, head);
  const tr = new Transform(before.doc);
  if (!(await change(tr, before)) || tr.steps.length === 0) return null;
  const steps = tr.steps.map((step) => ({ step, json: JSON.stringify(step.toJSON()) }));
  const client = `server-${ctx.newId()}`;
  const accepted = await acceptSteps(ctx, trx, { head, before, doc: tr.doc, steps, client, purpose });
  if (!accepted.ok) throw new PartRefused(accepted.problems);
  const { held } = accepted.value;
  landed(() => timeline.accepted(held));
  return { document, before: before.version, after: held.version, mark: held.mark };
}
