import type { Node } from 'prosemirror-model';
import type { Checked } from '../../../shared/core/problem.ts';
import { brokenLaws } from '../../../shared/doc/model/law.ts';
import type { Purpose } from '../../../shared/wire/purpose.ts';
import type { BegunEntity } from '../../../shared/wire/push.ts';
import type { Context } from '../../context.ts';
import { growCheckpoint } from '../../db/checkpoint.ts';
import type { Writer } from '../../db/database.ts';
import { type Head, moveHead } from '../../db/document.ts';
import { insertSteps } from '../../db/step.ts';
import { feedChange } from '../../memory/feed.ts';
import type { ReadStep } from '../../timeline/apply.ts';
import { markedSteps } from '../../timeline/mark.ts';
import { projectChanges } from '../../timeline/projection.ts';
import type { HeldDocument } from '../../timeline/rebuild.ts';
import { sourceIn } from '../../timeline/source.ts';
import { touchedSegments } from '../../timeline/touched.ts';
import { addBegun, meaningRepair, nameFromText } from './meaning.ts';

/** Steps that lead from a document at its head to `doc`. */
export interface Accepted {
  readonly head: Head;
  readonly before: HeldDocument;
  readonly doc: Node;
  readonly steps: readonly ReadStep[];
  readonly client: string;
  /** What they are for; left out of work at the text. */
  readonly purpose?: Purpose | undefined;
  /** Entities that its mentions may mean, and that are to be there from now on. */
  readonly entities?: readonly BegunEntity[] | undefined;
}

/** What came of them. */
export interface AcceptedHead {
  readonly held: HeldDocument;
  /** The version that the steps lead to; the head may stand above it, where the server had to mend what they mean. */
  readonly version: number;
  /** Its mark. */
  readonly mark: string;
  /** True where the registry changed with them. */
  readonly isRegistryChanged: boolean;
}

/** Makes `doc` the new head of a document that the transaction has locked: log, rows, progress and history; the problems where
 *  it breaks a law. A mention of an entity that is not there, or is not there any more, is mended by steps of the server's own.
 *  Nobody is told: that has to wait for the commit. */
export async function acceptSteps(
  ctx: Context,
  trx: Writer,
  { head, before, doc: sent, steps, client, purpose, entities = [] }: Accepted,
): Promise<Checked<AcceptedHead>> {
  const { now, person } = ctx;
  const { id: document, version: base, schema, source } = before;
  const broken = brokenLaws(sent, { text: source.text, paragraphs: source.outline.paragraphs }, before.doc);
  if (broken.length > 0) return { ok: false, problems: broken };
  const added = await addBegun(ctx, trx, head.project, entities);
  const repair = await meaningRepair(trx, head.project, before.doc, sent);
  const mended = repair?.steps.map((step) => JSON.stringify(step.toJSON())) ?? [];
  const at = now();
  const version = base + steps.length;
  const own = { before: head.mark, client, schema, steps: steps.map(({ json }) => json) };
  const marked = markedSteps(own);
  const mark = marked.at(-1)?.mark ?? head.mark;
  const server = { before: mark, client: `server-${ctx.newId()}`, schema, steps: mended };
  const markedMends = markedSteps(server);
  const last = markedMends.at(-1)?.mark ?? mark;
  const doc = repair?.doc ?? sent;
  const reached = { version: version + mended.length, mark: last, doc, source: sourceIn(doc, before.original) };
  const held = { ...before, ...reached };
  const log = { document, person, at, schema };
  await insertSteps(trx, { ...log, base, client, steps: marked });
  if (repair) await insertSteps(trx, { ...log, base: version, client: server.client, steps: markedMends });
  const { progress, described } = await projectChanges(trx, before, held, head.progress);
  await feedChange(trx, before, held, { project: head.project, person, at });
  const named = await nameFromText(ctx, trx, head.project, described);
  await moveHead(trx, document, { version: held.version, mark: last, progress }, at);
  const touched = touchedSegments(before.doc, held.doc);
  await growCheckpoint(trx, { document, from: base, to: held.version, person, at, touched, purpose });
  return { ok: true, value: { held, version, mark, isRegistryChanged: added + named > 0 } };
}
