import type { SentStep } from '../../../shared/wire/step.ts';
import type { Context } from '../../context.ts';
import { documentHead } from '../../db/document.ts';
import { stepsAfter } from '../../db/step.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** The steps after a version, in order. Of many it gives the first: who then still is behind asks again. */
export async function stepsSince(
  { store }: Context,
  { document, version }: { readonly document: string; readonly version: number },
): Promise<{ readonly head: number; readonly steps: readonly SentStep[] }> {
  const head = await documentHead(store.db, document);
  if (!head) throw new UnknownRecord('document', document);
  return { head: head.version, steps: await stepsAfter(store.db, document, version) };
}
