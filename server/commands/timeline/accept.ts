import type { Node } from 'prosemirror-model';
import type { Checked } from '../../../shared/core/problem.ts';
import { brokenLaws } from '../../../shared/doc/model/law.ts';
import type { Purpose } from '../../../shared/wire/purpose.ts';
import type { Context } from '../../context.ts';
import { growCheckpoint } from '../../db/checkpoint.ts';
import type { Writer } from '../../db/database.ts';
import { type Head, moveHead } from '../../db/document.ts';
import { insertSteps } from '../../db/step.ts';
import type { ReadStep } from '../../timeline/apply.ts';
import { projectChanges } from '../../timeline/projection.ts';
import type { HeldDocument } from '../../timeline/rebuild.ts';
import { touchedSegments } from '../../timeline/touched.ts';

/** Steps that lead from a document at its head to `doc`. */
export interface Accepted {
  readonly head: Head;
  readonly before: HeldDocument;
  readonly doc: Node;
  readonly steps: readonly ReadStep[];
  readonly client: string;
  /** What they are for; left out of work at the text. */
  readonly purpose?: Purpose | undefined;
}

/** Makes `doc` the new head of a document that the transaction has locked: log, rows, progress and history; the problems where
 *  it breaks a law. Nobody is told: that has to wait for the commit. */
export async function acceptSteps(
  { now, person }: Context,
  trx: Writer,
  { head, before, doc, steps, client, purpose }: Accepted,
): Promise<Checked<HeldDocument>> {
  const { id: document, version: base, schema, source } = before;
  const broken = brokenLaws(doc, { text: source.text, paragraphs: source.outline.paragraphs }, before.doc);
  if (broken.length > 0) return { ok: false, problems: broken };
  const at = now();
  const version = base + steps.length;
  const held = { ...before, version, doc };
  await insertSteps(trx, { document, base, client, person, at, schema, steps: steps.map(({ json }) => json) });
  const progress = await projectChanges(trx, before.doc, held, head.progress);
  await moveHead(trx, document, { version, progress }, at);
  const touched = touchedSegments(before.doc, doc);
  await growCheckpoint(trx, { document, from: base, to: version, person, at, touched, purpose });
  return { ok: true, value: held };
}
