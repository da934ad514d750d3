import type { Mark, StepsSince } from '../../../shared/wire/step.ts';
import type { Context } from '../../context.ts';
import { documentHead } from '../../db/document.ts';
import { stepsFrom } from '../../db/step.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** The steps after a version, in order. Of many it gives the first: who then still is behind asks again. */
export async function stepsSince(
  { store }: Context,
  {
    document,
    version,
    mark,
  }: { readonly document: string; readonly version: number; readonly mark?: Mark | undefined },
): Promise<StepsSince> {
  const head = await documentHead(store.db, document);
  if (!head) throw new UnknownRecord('document', document);
  const since = await stepsFrom(store.db, document, { version, mark });
  return since ? { ok: true, head: head.version, steps: since.steps } : { ok: false, reason: 'history' };
}
